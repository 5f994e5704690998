import { translatorOf } from '@/messages/translator';
import { emergencyRecordAnswer } from '@/sharing/emergency/emergency-report-schema';
import { readEmergencyRecord } from '@/sharing/emergency/read-emergency-record';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const GET = defineRoute({
  summary: 'The reports of a patient that two administrators have opened to a doctor.',
  who: 'doctor',
  params: accessParams,
  answer: emergencyRecordAnswer,
  run: ({ actor, params, locale }) =>
    readEmergencyRecord(actor, params.accessId, translatorOf(locale)),
});
