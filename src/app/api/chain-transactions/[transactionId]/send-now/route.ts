import { sendAtOnce } from '@/sharing/anchoring/send-at-once';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { transactionParams } from '../../transaction-params';

export const POST = defineRoute({
  summary: 'Ends the wait for a low price: the clinic sends at once what was signed.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: transactionParams,
  run: ({ actor, params }) => sendAtOnce(actor, params.transactionId),
});
