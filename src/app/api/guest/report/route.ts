import { guestReportSchema } from '@/sharing/guest/guest-report-schema';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { defineRoute } from '../../define-route';
import { guestSessionQuery, readGuestCookie } from '../guest-cookie';

export const GET = defineRoute({
  summary: 'What a report is and what proves it, for a guest with a session.',
  who: 'anyone',
  limit: { calls: 300, minutes: 1 },
  query: guestSessionQuery,
  answer: guestReportSchema,
  run: ({ request, query }) => readGuestReport(readGuestCookie(request, query.session)),
});
