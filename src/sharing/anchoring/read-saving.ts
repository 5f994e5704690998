import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { costOf, type Cost } from '@/registry/fees/cost-at';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';

/** What it came to that the clinic waited for a low price. */
export interface SealingSaving {
  /** ISO 8601, when the clinic sent it. */
  sentAt: string;
  /** Reports of that transaction. */
  reports: number;
  paid: Cost;
  /** What it would have cost when the patient signed. */
  before: Cost;
  /** Less than before; of what cost more, more. */
  difference: Cost;
  saved: boolean;
}

/** Reads what waiting saved on the transaction that sealed a report; null where nobody waited, or it is not known yet. */
export async function readSaving(actor: Actor, reportId: string): Promise<SealingSaving | null> {
  const sealed = await database().chainTransaction.findFirst({
    where: {
      reportId,
      kind: 'ADD_REPORT',
      status: 'CONFIRMED',
      report: { patientId: actor.accountId },
      relayedCall: { whenCheap: true },
    },
    select: { relayedCall: { include: { _count: { select: { transactions: true } } } } },
  });
  if (sealed?.relayedCall == null) return null;
  const { feeWei, signedAt, quote, _count } = sealed.relayedCall;
  const signed = feeQuoteSchema.safeParse(quote);
  if (feeWei === null || signedAt === null || !signed.success) return null;
  const before = BigInt(signed.data.costWei);
  const difference = before - feeWei;
  return {
    sentAt: signedAt.toISOString(),
    reports: _count.transactions,
    paid: costOf(signed.data, feeWei),
    before: costOf(signed.data, before),
    difference: costOf(signed.data, difference < 0n ? -difference : difference),
    saved: difference > 0n,
  };
}
