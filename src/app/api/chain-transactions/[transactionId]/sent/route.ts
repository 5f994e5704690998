import { sentInput } from '@/sharing/anchoring/prepared-transaction';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { defineRoute } from '../../../define-route';
import { transactionParams } from '../../transaction-params';

export const PUT = defineRoute({
  summary: 'The wallet has sent a prepared transaction.',
  who: 'patient',
  params: transactionParams,
  body: sentInput,
  run: ({ actor, params, body }) =>
    recordTransactionSent(actor, params.transactionId, body.transactionHash),
});
