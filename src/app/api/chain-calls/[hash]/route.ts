import { z } from 'zod';
import { readCallProgress } from '@/registry/calls/read-call-progress';
import { transactionProgressSchema } from '@/registry/calls/transaction-progress-schema';
import { CHAIN_LIMITS } from '../../chain-limits';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'Where a transaction is of which only its hash is known.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.progress,
  params: z.object({ hash: z.string().regex(/^0x[0-9a-f]{64}$/) }),
  answer: transactionProgressSchema,
  run: ({ params }) => readCallProgress(params.hash),
});
