import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { preparedTransactionSchema, sealingInput } from '@/sharing/anchoring/prepared-transaction';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Begins the anchoring of an approved report: the transaction for the patient’s wallet.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: reportParams,
  body: sealingInput,
  answer: preparedTransactionSchema,
  run: ({ actor, params, body }) =>
    prepareAnchoring(actor, params.reportId, body.viewers, body.waitDays),
});
