import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { preparedTransactionSchema, viewersInput } from '@/sharing/anchoring/prepared-transaction';
import { CHAIN_LIMITS } from '../../../chain-limits';
import { defineRoute } from '../../../define-route';
import { reportParams } from '../../report-params';

export const POST = defineRoute({
  summary: 'Begins a change of the viewers: the transaction for the patient’s wallet.',
  who: 'patient',
  limit: CHAIN_LIMITS.step,
  params: reportParams,
  body: viewersInput,
  answer: preparedTransactionSchema,
  run: ({ actor, params, body }) => preparePermissionChange(actor, params.reportId, body.viewers),
});
