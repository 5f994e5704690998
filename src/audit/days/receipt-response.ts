import type { TrailReceipt } from './receipt-schema';

/** A receipt as a file to keep. */
export function receiptResponse(place: string, receipt: TrailReceipt): Response {
  return new Response(`${JSON.stringify(receipt, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="medanchor-receipt-${place}.json"`,
      'cache-control': 'no-store',
    },
  });
}
