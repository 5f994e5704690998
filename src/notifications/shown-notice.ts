import { z } from 'zod';

/** A notification as its person reads it. */
export const shownNotice = z.object({
  id: z.uuid(),
  sentence: z.string(),
  /** A page of ours. */
  href: z.string(),
  createdAt: z.iso.datetime(),
  isRead: z.boolean(),
});

/** How many notifications are unread; MOST_COUNTED for that many and more. */
export const unreadSchema = z.object({ unread: z.number().int().min(0) });

/** What the bell opens. */
export const bellAnswer = unreadSchema.extend({ newest: z.array(shownNotice) });

export type ShownNotice = z.infer<typeof shownNotice>;
