import { z } from 'zod';

/** How far a person's copy is. Times in ISO 8601. */
export const exportProgressSchema = z.object({
  id: z.string(),
  state: z.enum(['REQUESTED', 'READY', 'FAILED']),
  requestedAt: z.string(),
  /** Null until a worker has begun. */
  reports: z.number().nullable(),
  reportsDone: z.number(),
  /** Of the finished file. */
  bytes: z.number().nullable(),
  expiresAt: z.string().nullable(),
  /** Why the last try failed, while it is tried again: something of ours is away. */
  isDelayed: z.boolean(),
});

/** How far a person's copy is. */
export type ExportProgress = z.infer<typeof exportProgressSchema>;
