import { z } from 'zod';

/** Kinds of report that had another name when they were sealed: that name sounded like a finding. */
const FORMER_NAMES: Record<string, string> = { 'High blood pressure': 'Blood pressure' };

function presentName(sealed: string): string {
  return FORMER_NAMES[sealed] ?? sealed;
}

/** What a dashboard shows of an anchored report; the chain keeps it, sealed. */
export const reportMetadataSchema = z.object({
  reportName: z.string().transform(presentName),
  /** Hex SHA-256 of the ciphertext: the object's key in S3. */
  objectAddress: z.string().regex(/^[0-9a-f]{64}$/),
  ownerName: z.string(),
  ownerEmail: z.string(),
  doctorName: z.string(),
  doctorEmail: z.string(),
  /** To the second. */
  uploadedAt: z.date(),
});

/** What a dashboard shows of an anchored report; the chain keeps it, sealed. */
export type ReportMetadata = z.infer<typeof reportMetadataSchema>;
