import { preparedTransactionSchema } from '@/sharing/anchoring/prepared-transaction';
import { prepareWithdrawal } from '@/sharing/withdrawal/prepare-withdrawal';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Begins the patient’s withdrawal of a sealed report: the transaction for their wallet.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: reportParams,
  answer: preparedTransactionSchema,
  run: ({ actor, params }) => prepareWithdrawal(actor, params.reportId),
});
