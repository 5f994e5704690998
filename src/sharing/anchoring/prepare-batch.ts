import { randomUUID } from 'node:crypto';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/review/lock-received-report';
import { beginAnchoring } from './begin-anchoring';
import { composeRequest, type TransactionPart } from './compose-request';
import { newDeadline } from './deadline';
import type { PreparedTransaction } from './prepared-transaction';
import { requireAccepted } from './require-accepted';
import type { Viewer } from '@/sharing/viewers/viewers';

/**
 * Begins the anchoring of several approved reports by one transaction, each with the same viewers: all of
 * them or none. A viewer's commitment is salted anew for each report, so the chain does not tell that the
 * viewers are the same people.
 * @param reportIds at least two, none twice
 * @throws AppError as prepareAnchoring, for the first report that hinders it
 */
export async function prepareBatch(
  actor: Actor,
  reportIds: readonly string[],
  viewers: readonly Viewer[],
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const sender = await currentWallet(actor.accountId);
  const wish = { sender, viewers, deadline: await newDeadline(), batchId: randomUUID() };
  const parts = await inTransaction(async (tx) => {
    const ordered = reportIds.toSorted();
    // All before the first entry of the trail, whose tip is locked last, and everybody in this order.
    for (const reportId of ordered) await lockReceivedReport(tx, actor, reportId);
    const begun: TransactionPart[] = [];
    for (const reportId of ordered) {
      begun.push(await beginAnchoring(tx, actor, { ...wish, reportId }).catch(explainMoved));
    }
    return begun;
  });
  // Signed after the commit: 32 signatures take seconds, in which no row may stay locked.
  const prepared = await composeRequest(parts);
  await requireAccepted(actor, prepared);
  return prepared;
}

/** One alone hinders all: the person should know that it is not about the whole choice. */
function explainMoved(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  const { code } = error;
  if (code !== 'wrong-state' && code !== 'report-invalid') throw error;
  throw new AppError(code, {
    detail: (t) => t('sharing.prepareBatch.reportMovedOn'),
    cause: error,
  });
}
