import { emergencySummaryAnswer } from '@/sharing/emergency/emergency-summary-answer';
import { readEmergencySummary } from '@/sharing/emergency/read-emergency-summary';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const GET = defineRoute({
  summary:
    'A patient’s emergency summary, while the doctor’s access is open. Each reading is recorded.',
  who: 'doctor',
  params: accessParams,
  answer: emergencySummaryAnswer,
  run: ({ actor, params }) => readEmergencySummary(actor, params.accessId),
});
