import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { batchInput, preparedTransactionSchema } from '@/sharing/anchoring/prepared-transaction';
import { CHAIN_LIMITS } from '../chain-limits';
import { defineRoute } from '../define-route';

export const POST = defineRoute({
  summary: 'Begins the anchoring of several approved reports by one transaction of the wallet.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  body: batchInput,
  answer: preparedTransactionSchema,
  run: ({ actor, body }) => prepareBatch(actor, body.reportIds, body.viewers, body.waitDays),
});
