import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { consentInput } from '@/sharing/anchoring/prepared-transaction';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { transactionParams } from '../../transaction-params';

export const PUT = defineRoute({
  summary: 'The patient has signed a prepared transaction: the clinic sends it and pays.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: transactionParams,
  body: consentInput,
  run: ({ actor, params, body }) => acceptConsent(actor, params.transactionId, body.signature),
});
