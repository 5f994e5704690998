import { getBytes } from 'ethers';
import { z } from 'zod';
import { defineRoute } from '@/app/api/define-route';
import { typedReportCode, verificationSchema } from '@/reports/verify/verification';
import { verifyDocument } from '@/reports/verify/verify-document';

export const GET = defineRoute({
  summary: 'What the blockchain proves of a file, by its SHA-256.',
  who: 'anyone',
  // Each call queries the chain's node up to four times; a hosted node charges for that.
  limit: { calls: 60, minutes: 1 },
  params: z.object({ contentHash: z.string().regex(/^0x[0-9a-f]{64}$/) }),
  query: z.object({ code: typedReportCode.optional() }),
  answer: verificationSchema,
  run: ({ params, query }) =>
    verifyDocument(Uint8Array.from(getBytes(params.contentHash)), query.code),
});
