import type { Actor } from '@/accounts/sessions/actor';
import { encodeSetPermissions } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import type { FeeQuote } from '@/registry/fees/fee-quote';
import { quoteFee } from '@/registry/fees/quote-fee';
import { askOwnReport } from './ask-own-report';
import { throwAwayWords } from './permission-words';

/**
 * What a change to a list of `viewerCount` viewers would cost now, by the node's own simulation with made-up
 * words. Writes nothing.
 * @throws AppError not-found, wrong-state, report-invalid, wallet-missing, chain-unavailable, chain-refused
 */
export async function quotePermissionChange(
  actor: Actor,
  reportId: string,
  viewerCount: number,
): Promise<FeeQuote> {
  const { report, chain } = await askOwnReport(actor, reportId);
  const call = encodeSetPermissions({
    contentHash: report.contentHash,
    expectedBlock: chain.permissionsBlock,
    permissions: throwAwayWords(viewerCount),
  });
  return quoteFee(await estimateGas(chain.owner, call));
}
