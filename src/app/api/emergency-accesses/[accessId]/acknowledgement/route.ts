import { acknowledgeEmergency } from '@/sharing/emergency/acknowledge-emergency';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const POST = defineRoute({
  summary:
    'Acknowledges that a doctor reads all reports of a patient. The second of two administrators opens them for four hours.',
  who: 'admin',
  params: accessParams,
  run: ({ actor, params }) => acknowledgeEmergency(actor, params.accessId),
});
