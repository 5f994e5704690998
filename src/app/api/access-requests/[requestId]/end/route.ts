import { endRequest } from '@/sharing/requests/end-request';
import { defineRoute } from '../../../define-route';
import { requestParams } from '../../request-params';

export const POST = defineRoute({
  summary: 'Ends what was granted: from now on its doctor reads nothing.',
  who: 'patient',
  params: requestParams,
  run: ({ actor, params }) => endRequest(actor, params.requestId),
});
