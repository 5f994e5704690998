import { recordGuestCopy } from '@/sharing/guest/record-copy';
import { defineRoute } from '../../define-route';
import { guestSessionQuery, readGuestCookie } from '../guest-cookie';

export const POST = defineRoute({
  summary: 'Records that a guest saved the PDF that was opened for them.',
  who: 'anyone',
  limit: { calls: 60, minutes: 1 },
  query: guestSessionQuery,
  run: ({ request, query }) => recordGuestCopy(readGuestCookie(request, query.session)),
});
