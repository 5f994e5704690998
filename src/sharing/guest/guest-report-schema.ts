import { z } from 'zod';
import { reportContentSchema } from '@/reports/content/report-content';

/** What one opening gives a guest: the report's content, its PDF, and the proof of the three answers. */
export const guestReportSchema = z.object({
  reportName: z.string(),
  /** The 16 characters printed on the PDF. */
  code: z.string(),
  patientName: z.string(),
  doctorName: z.string(),
  issuedAt: z.iso.datetime(),
  /** The report's content; null when its PDF has no machine-readable data. */
  content: reportContentSchema.nullable(),
  /** The PDF itself, base64. */
  pdf: z.base64(),
  /** The page on which a PDF of this report can be verified. */
  verifyUrl: z.url(),
  /** The permission's end; null for none. */
  permittedUntil: z.iso.datetime().nullable(),
  proof: z.object({
    /** SHA-256 of the PDF as 0x-hex: what the chain holds and what the stored file has, compared just now. */
    contentHash: z.string(),
    chainName: z.string(),
    chainId: z.number().int(),
    registryAddress: z.string(),
    /** The account that attested the report, EIP-55. */
    issuer: z.string(),
    block: z.number().int(),
    anchoredAt: z.iso.datetime(),
    transactionHash: z.string(),
    /** The transaction's page at the block explorer. */
    transactionUrl: z.url().nullable(),
    /** When the chain was read. */
    askedAt: z.iso.datetime(),
  }),
});

/** What one opening gives a guest. */
export type GuestReport = z.infer<typeof guestReportSchema>;
