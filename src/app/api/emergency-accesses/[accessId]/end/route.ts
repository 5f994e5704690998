import { endEmergency } from '@/sharing/emergency/end-emergency';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const POST = defineRoute({
  summary:
    'Ends an emergency access, or declines one that waits: by its doctor, its patient, or an administrator.',
  who: 'signed-in',
  params: accessParams,
  run: ({ actor, params }) => endEmergency(actor, params.accessId),
});
