import { endExport } from '@/interop/exports/end-export';
import { defineRoute } from '../../define-route';
import { exportParams } from '../export-params';

export const DELETE = defineRoute({
  summary: 'Deletes the copy of a patient’s own records, or stops making it.',
  who: 'patient',
  params: exportParams,
  run: ({ actor, params }) => endExport(actor, params.exportId),
});
