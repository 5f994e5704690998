import { z } from 'zod';

/** A patient of a doctor, as the list to pick from shows them. */
export const ownPatientSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  /** As far as it is known, `YYYY-MM-DD` to `YYYY`; null when the account has no profile any more, or an altered one. */
  birthDate: z.string().nullable(),
  /** As `formatPatientNumber` writes it; null like the birth date. */
  number: z.string().nullable(),
});

export type OwnPatient = z.infer<typeof ownPatientSchema>;
