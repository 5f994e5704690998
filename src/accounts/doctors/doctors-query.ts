import { z } from 'zod';
import { AccountStatus } from '@/generated/prisma/enums';

/** What the address of the administrators' list can ask for; anything unreadable in it is left out. */
export const doctorsQuery = z.object({
  doctor: z.uuid().nullable().catch(null),
  status: z.enum(AccountStatus).exclude(['UNCONFIRMED']).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type DoctorsQuery = z.infer<typeof doctorsQuery>;
