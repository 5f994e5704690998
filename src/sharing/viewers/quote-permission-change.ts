import type { Actor } from '@/accounts/sessions/actor';
import { encodeSetPermissions } from '@/registry/calls/encode-calls';
import { estimateGas } from '@/registry/calls/estimate-gas';
import { quoteFee } from '@/registry/fees/quote-fee';
import type { OfferedQuote } from '@/registry/relayer/clinic-offer';
import { readOffer } from '@/registry/relayer/read-offer';
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
): Promise<OfferedQuote> {
  const { report, chain } = await requireOwnReport(actor, reportId);
  const call = encodeSetPermissions({
    contentHash: report.contentHash,
    expectedBlock: chain.permissionsBlock,
    permissions: randomPermissionWords(viewerCount),
  });
  const quote = await quoteFee(await estimateGas(chain.owner, call), call);
  return { ...quote, clinic: await readOffer(actor.accountId, quote) };
}
