import { denyRequest } from '@/sharing/requests/deny-request';
import { denialInput } from '@/sharing/requests/request-schema';
import { defineRoute } from '../../../define-route';
import { requestParams } from '../../request-params';

export const POST = defineRoute({
  summary: 'Declines a request for access, with a reason for its doctor.',
  who: 'patient',
  params: requestParams,
  body: denialInput,
  run: ({ actor, params, body }) => denyRequest(actor, params.requestId, body.reason),
});
