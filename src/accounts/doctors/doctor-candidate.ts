import { z } from 'zod';

/** A doctor as the list to pick from shows them. */
export const doctorCandidateSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  licenceNumber: z.string(),
});

export type DoctorCandidate = z.infer<typeof doctorCandidateSchema>;
