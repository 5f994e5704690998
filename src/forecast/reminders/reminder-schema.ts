import { z } from 'zod';

/** When the mail goes out, ISO 8601. */
export const reminderSchema = z.object({ remindsAt: z.iso.datetime() });
