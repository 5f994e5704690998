import { grantRequest } from '@/sharing/requests/grant-request';
import { grantInput } from '@/sharing/requests/request-schema';
import { defineRoute } from '../../../define-route';
import { requestParams } from '../../request-params';

export const POST = defineRoute({
  summary:
    'Grants a request for some of its reports. It takes effect when the wallet has put it on the blockchain.',
  who: 'patient',
  params: requestParams,
  body: grantInput,
  run: ({ actor, params, body }) => grantRequest(actor, params.requestId, body),
});
