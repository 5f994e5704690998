import { z } from 'zod';
import { eventPlaceSchema } from '@/audit/days/event-place';
import { receiptResponse } from '@/audit/days/receipt-response';
import { takeAnyReceipt } from '@/registry/trail/take-any-receipt';
import { defineRoute } from '../../../../define-route';

export const GET = defineRoute({
  summary:
    'The receipt for an event of the audit trail, as a JSON file: ids and closed words only.',
  who: 'admin',
  params: z.object({ event: eventPlaceSchema }),
  file: 'application/json',
  run: async ({ actor, params: { event } }) =>
    receiptResponse(event, await takeAnyReceipt(actor, event)),
});
