import { defineRoute } from '@/app/api/define-route';
import { markRead, readInput } from '@/notifications/mark-read';
import { unreadSchema } from '@/notifications/shown-notice';

export const POST = defineRoute({
  summary: 'Marks one notification as read, all about a thing, or all up to a moment.',
  who: 'signed-in',
  body: readInput,
  answer: unreadSchema,
  run: ({ actor, body }) => markRead(actor, body),
});
