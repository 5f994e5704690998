import { z } from 'zod';

/** A patient of a doctor, as the list to pick from shows them. */
export const ownPatientSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  /** `YYYY-MM-DD`; null when the account has no profile any more. */
  birthDate: z.iso.date().nullable(),
});

export type OwnPatient = z.infer<typeof ownPatientSchema>;
