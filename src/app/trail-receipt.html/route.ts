import { defineRoute } from '@/app/api/define-route';
import { oneFilePage } from '@/app/one-file-page';
import { receiptPage } from '@/sharing/receipt-page/receipt-page';

/** One file that anybody can keep: it checks a receipt also when this server is gone. */
export const GET = defineRoute({
  summary: 'The page that checks a receipt of the audit trail, as one file.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1, countedIn: 'process' },
  file: 'text/html',
  run: () => Promise.resolve(oneFilePage(receiptPage())),
});
