import { askForRecord } from '@/sharing/emergency/ask-for-record';
import { accessAnswer, recordInput } from '@/sharing/emergency/emergency-schema';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const POST = defineRoute({
  summary: 'Asks for all reports of the patient. Two administrators open them.',
  who: 'doctor',
  limit: { calls: 20, minutes: 10 },
  params: accessParams,
  body: recordInput,
  answer: accessAnswer,
  run: ({ actor, params, body }) => askForRecord(actor, params.accessId, body),
});
