import { exportProgressSchema } from '@/interop/exports/export-progress-schema';
import { readOwnExport } from '@/interop/exports/read-own-export';
import { requestExport } from '@/interop/exports/request-export';
import { defineRoute } from '../define-route';

export const GET = defineRoute({
  summary: 'How far the copy of a patient’s own records is; null when there is none.',
  who: 'patient',
  answer: exportProgressSchema.nullable(),
  run: ({ actor }) => readOwnExport(actor),
});

export const POST = defineRoute({
  summary: 'Asks for a copy of all own records as one file.',
  who: 'patient',
  limit: { calls: 8, minutes: 24 * 60 },
  run: ({ actor }) => requestExport(actor),
});
