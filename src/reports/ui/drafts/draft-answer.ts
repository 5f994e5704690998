import { z } from 'zod';

/** What is answered to a saved draft: its new version. */
export const draftAnswer = z.object({ updatedAt: z.iso.datetime() });
