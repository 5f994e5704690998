import { reviewInput } from '@/sharing/emergency/emergency-schema';
import { reviewEmergency } from '@/sharing/emergency/review-emergency';
import { defineRoute } from '../../../define-route';
import { accessParams } from '../../access-params';

export const POST = defineRoute({
  summary:
    'An administrator’s verdict about an emergency access. One that is not justified ends at once.',
  who: 'admin',
  params: accessParams,
  body: reviewInput,
  run: ({ actor, params, body }) => reviewEmergency(actor, params.accessId, body),
});
