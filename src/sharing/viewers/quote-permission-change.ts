import type { Actor } from '@/accounts/sessions/actor';
import { encodeSetPermissions } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import type { FeeQuote } from '@/registry/fees/fee-quote-schema';
import { quoteFee } from '@/registry/fees/quote-fee';
import { requireOwnReport } from './require-own-report';
import { randomPermissionWords } from '@/sharing/grants/permission-words';

/**
 * Estimates the present price of a change to a list of `viewerCount` viewers: the node simulates the call with random
 * words. Writes nothing.
 * @throws AppError not-found, wrong-state, report-invalid, wallet-missing, chain-unavailable, chain-refused
 */
export async function quotePermissionChange(
  actor: Actor,
  reportId: string,
  viewerCount: number,
): Promise<FeeQuote> {
  const { report, chain } = await requireOwnReport(actor, reportId);
  const call = encodeSetPermissions({
    contentHash: report.contentHash,
    expectedBlock: chain.permissionsBlock,
    permissions: randomPermissionWords(viewerCount),
  });
  return quoteFee(await estimateGas(chain.owner, call));
}
