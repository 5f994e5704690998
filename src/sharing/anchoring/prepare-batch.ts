import { randomUUID } from 'node:crypto';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { currentWallet } from '@/accounts/wallets/current-wallet';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { beginAnchoring } from './begin-anchoring';
import { composeRequest } from './compose-request';
import type { TransactionPart } from './transaction-part';
import { chooseDeadline } from './choose-deadline';
import type { PreparedTransaction } from './prepared-transaction';
import { simulateTransaction } from './simulate-transaction';
import type { Viewer } from '@/sharing/grants/viewers';

/**
 * Prepares one transaction that anchors several approved reports, each with the same viewers: all of them or none.
 * A viewer's commitment has a new salt for each report, so that the chain does not reveal that the viewers are the same
 * people.
 * @param reportIds at least two, none twice
 * @param waitDays as in prepareAnchoring
 * @throws AppError as prepareAnchoring, for the first report that is refused
 */
export async function prepareBatch(
  actor: Actor,
  reportIds: readonly string[],
  viewers: readonly Viewer[],
  waitDays?: number,
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const plan = await chooseDeadline(waitDays);
  const sender = await currentWallet(actor.accountId);
  const request = { ...plan, sender, viewers, batchId: randomUUID() };
  const parts = await inTransaction(async (tx) => {
    const ordered = reportIds.toSorted();
    // Lock order: every report, sorted, then the tip of the audit trail.
    for (const reportId of ordered) await lockReceivedReport(tx, actor, reportId);
    const begun: TransactionPart[] = [];
    for (const reportId of ordered) {
      begun.push(await beginAnchoring(tx, actor, { ...request, reportId }).catch(explainRefusal));
    }
    return begun;
  });
  // Signed after the commit: 32 signatures take seconds, in which no row may stay locked.
  const prepared = await composeRequest(parts);
  await simulateTransaction(actor, prepared);
  return prepared;
}

/** Explains that one report of the choice was refused, and that therefore none was added. */
function explainRefusal(error: unknown): never {
  if (!(error instanceof AppError)) throw error;
  const { code } = error;
  if (code !== 'wrong-state' && code !== 'report-invalid') throw error;
  throw new AppError(code, {
    detail: (t) => t('sharing.prepareBatch.reportMovedOn'),
    cause: error,
  });
}
