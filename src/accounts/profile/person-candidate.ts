import { z } from 'zod';
import { Role } from '@/generated/prisma/enums';

/** A person as an administrator's list to pick from shows them. */
export const personCandidateSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  role: z.enum(Role),
  email: z.string(),
  /** Of a patient, as `formatPatientNumber` writes it. */
  number: z.string().nullable(),
});

export type PersonCandidate = z.infer<typeof personCandidateSchema>;
