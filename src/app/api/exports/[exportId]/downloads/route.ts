import { beginDownload } from '@/interop/exports/open-export';
import { defineRoute } from '../../../define-route';
import { exportParams } from '../../export-params';

export const POST = defineRoute({
  summary: 'Notes and mails that a patient is about to download the copy of their records.',
  who: 'patient',
  limit: { calls: 20, minutes: 60 },
  params: exportParams,
  run: ({ actor, params }) => beginDownload(actor, params.exportId),
});
