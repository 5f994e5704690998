import { defineRoute } from '@/app/api/define-route';
import { oneFilePage } from '@/app/one-file-page';
import { recoverPage } from '@/reports/recover-page/recover-page';

/** One file that a person can keep: it opens a recovery kit also when this server is gone. */
export const GET = defineRoute({
  summary: 'The page that opens a recovery kit, as one file.',
  who: 'anyone',
  limit: { calls: 120, minutes: 1, countedIn: 'process' },
  file: 'text/html',
  run: () => Promise.resolve(oneFilePage(recoverPage())),
});
