import type { Actor } from '@/accounts/sessions/actor';
import { encodeWithdrawReport } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { quoteFee } from '@/registry/fees/quote-fee';
import type { OfferedQuote } from '@/registry/relayer/clinic-offer';
import { readOffer } from '@/registry/relayer/read-offer';
import { requireOwnReport } from '@/sharing/viewers/require-own-report';

/**
 * Estimates the present price of withdrawing a sealed report: the node simulates the very call. Writes nothing.
 * @throws AppError not-found, wrong-state, report-invalid, wallet-missing, chain-unavailable, chain-refused
 */
export async function quoteWithdrawal(actor: Actor, reportId: string): Promise<OfferedQuote> {
  const { report, chain } = await requireOwnReport(actor, reportId);
  const call = encodeWithdrawReport(report.contentHash);
  const quote = await quoteFee(await estimateGas(chain.owner, call), call);
  return { ...quote, clinic: await readOffer(actor.accountId, quote) };
}
