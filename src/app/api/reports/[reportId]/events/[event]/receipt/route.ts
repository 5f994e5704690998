import { eventPlaceSchema } from '@/audit/days/event-place';
import { receiptResponse } from '@/audit/days/receipt-response';
import { takeReceipt } from '@/sharing/access-log/take-receipt';
import { defineRoute } from '../../../../../define-route';
import { reportParams } from '../../../../report-params';

export const GET = defineRoute({
  summary:
    'The receipt for an entry of the access log, as a JSON file: proves with the chain alone that it was there.',
  who: 'patient',
  params: reportParams.extend({ event: eventPlaceSchema }),
  file: 'application/json',
  run: async ({ actor, params: { reportId, event } }) =>
    receiptResponse(event, await takeReceipt(actor, reportId, event)),
});
