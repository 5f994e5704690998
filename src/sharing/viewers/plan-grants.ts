import type { Transaction } from '@/platform/database/database';
import { MAX_FAILED_CODES } from '@/sharing/guest/guest-limits';
import { newGrant } from './new-grant';
import type { ReportKey } from '@/sharing/anchoring/report-key';
import { openViewerEmail } from './viewer-email';
import type { Viewer } from './viewers';

/** How a new list is made of the grants that there are. */
interface GrantPlan {
  /** Present viewers who stay, with their new end. */
  kept: { tag: Uint8Array; expiresAt: Date | null }[];
  added: ReturnType<typeof newGrant>[];
}

/**
 * Plans a new list of viewers. Whoever is a viewer already keeps the grant, except when too many wrong codes
 * have closed it for good: then they get a new one, and with it a new link.
 */
export async function planGrants(
  tx: Transaction,
  key: ReportKey,
  viewers: readonly Viewer[],
): Promise<GrantPlan> {
  const grants = await tx.grant.findMany({
    where: { reportId: key.reportId, state: 'ACTIVE', failedCodes: { lt: MAX_FAILED_CODES } },
  });
  const tags = new Map(grants.map((grant) => [openViewerEmail(key, grant), grant.tag]));
  const plan: GrantPlan = { kept: [], added: [] };
  for (const viewer of viewers) {
    const tag = tags.get(viewer.email);
    if (tag === undefined) plan.added.push(newGrant(key, viewer));
    else plan.kept.push({ tag, expiresAt: endOf(viewer) });
  }
  return plan;
}

function endOf({ expiresAt }: Viewer): Date | null {
  return expiresAt === null ? null : new Date(expiresAt);
}
