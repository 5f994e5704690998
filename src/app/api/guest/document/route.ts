import { openGuestDocument } from '@/sharing/guest/open-guest-document';
import { defineRoute } from '../../define-route';
import { pdfResponse } from '../../pdf-response';
import { guestSessionQuery, readGuestCookie } from '../guest-cookie';

export const GET = defineRoute({
  summary: 'The PDF of a report, for a guest with a session.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1 },
  query: guestSessionQuery,
  file: 'application/pdf',
  run: async ({ request, query }) => {
    const { pdf, fileName } = await openGuestDocument(readGuestCookie(request, query.session));
    return pdfResponse(pdf, fileName);
  },
});
