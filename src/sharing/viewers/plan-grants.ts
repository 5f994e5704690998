import type { Transaction } from '@/platform/database/database';
import { MAX_FAILED_CODES } from '@/sharing/guest/guest-limits';
import { newGrant } from '@/sharing/grants/new-grant';
import type { ReportKey } from '@/sharing/grants/report-key';
import { openViewerEmail } from '@/sharing/grants/viewer-email';
import type { Viewer } from '@/sharing/grants/viewers';

/** How a new list of viewers is made from the existing grants. */
interface GrantPlan {
  /** Present viewers who stay, with their new end. */
  kept: { tag: Uint8Array; expiresAt: Date | null }[];
  added: ReturnType<typeof newGrant>[];
}

/**
 * Plans the grants of a new list of viewers. A present viewer keeps the grant, unless too many wrong codes have locked
 * it: then they get a new grant and with it a new link.
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
