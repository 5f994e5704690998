import { offeredQuoteSchema } from '@/registry/relayer/clinic-offer';
import { quoteWithdrawal } from '@/sharing/withdrawal/quote-withdrawal';
import { CHAIN_LIMITS } from '../../../../chain-limits';
import { defineRoute } from '../../../../define-route';
import { reportParams } from '../../../report-params';

export const POST = defineRoute({
  summary: 'What the withdrawal of a sealed report would cost now. Changes nothing.',
  who: 'patient',
  limit: CHAIN_LIMITS.quote,
  params: reportParams,
  answer: offeredQuoteSchema,
  run: ({ actor, params }) => quoteWithdrawal(actor, params.reportId),
});
