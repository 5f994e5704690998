import { withdrawRequest } from '@/sharing/requests/end-request';
import { defineRoute } from '../../../define-route';
import { requestParams } from '../../request-params';

export const POST = defineRoute({
  summary: 'Withdraws the doctor’s own request for access.',
  who: 'doctor',
  params: requestParams,
  run: ({ actor, params }) => withdrawRequest(actor, params.requestId),
});
