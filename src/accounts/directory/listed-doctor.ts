import { z } from 'zod';
import { SPECIALTIES } from './specialties';

/** What a patient searches the directory for; both may be left out. */
export const directorySearch = z.object({
  /** Words of the name or the clinic. */
  words: z.string().trim().max(120),
  specialty: z.enum(SPECIALTIES).nullable(),
  /** Where the next page begins, as the page before has it. */
  after: z.string().max(120).nullable(),
});

export type DirectorySearch = z.infer<typeof directorySearch>;

/** A doctor as the directory shows them. */
export const listedDoctorSchema = z.object({
  accountId: z.uuid(),
  name: z.string(),
  clinic: z.string(),
  /** As the doctor states it. */
  specialty: z.enum(SPECIALTIES),
});

/** One page of the directory. */
export const directoryPage = z.object({
  doctors: z.array(listedDoctorSchema),
  next: z.string().nullable(),
});

export type DirectoryPage = z.infer<typeof directoryPage>;
