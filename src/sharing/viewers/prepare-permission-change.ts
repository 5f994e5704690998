import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/access/lock-received-report';
import { requireNotEnded } from '@/reports/retraction/require-not-ended';
import { requireOwnReport } from './require-own-report';
import { composeRequest } from '@/sharing/anchoring/compose-request';
import { newDeadline } from '@/sharing/anchoring/deadline';
import { permissionWords, toPermissionWords } from '@/sharing/grants/permission-words';
import { planGrants } from './plan-grants';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { rejectOwnEmail } from '@/sharing/grants/reject-own-email';
import { openReportKey } from '@/sharing/grants/report-key';
import { simulateTransaction } from '@/sharing/anchoring/simulate-transaction';
import type { Viewer } from '@/sharing/grants/viewers';

/**
 * Prepares the transaction that replaces the list of viewers on the chain by a new one. Viewers who stay keep their
 * salt and tag, so that their link still works.
 * @throws AppError proof-needed; not-found; wrong-state; report-invalid; wallet-missing; conflict while another change is
 * under way; invalid-input for one's own address or when nothing would change; chain-unavailable
 */
export async function preparePermissionChange(
  actor: Actor,
  reportId: string,
  viewers: readonly Viewer[],
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const { report, chain } = await requireOwnReport(actor, reportId);
  rejectOwnEmail(actor, viewers);
  const transaction = await inTransaction(async (tx) => {
    const locked = await lockReceivedReport(tx, actor, reportId);
    await requireNotEnded(tx, locked);
    if (locked.state !== 'ANCHORED') throw new AppError('wrong-state');
    const expectedBlock = BigInt(chain.permissionsBlock);
    const present = await requireSettledList(tx, report, expectedBlock);
    const plan = await planGrants(tx, openReportKey(locked), viewers);
    const permissions = toPermissionWords([...plan.kept, ...plan.added]);
    if (permissions.join() === present.toSorted().join()) {
      throw new AppError('invalid-input', {
        detail: (t) => t('sharing.preparePermissionChange.nothingChanges'),
      });
    }
    const prepared = await tx.chainTransaction.create({
      data: {
        reportId,
        kind: 'SET_PERMISSIONS',
        status: 'PREPARED',
        sender: chain.owner,
        permissions,
        expectedBlock,
        deadline: await newDeadline(tx),
        device: actor.device,
      },
    });
    await tx.grant.createMany({
      data: plan.added.map((grant) => ({ ...grant, transactionId: prepared.id })),
    });
    appendAuditEvent(tx, {
      action: 'permissions.change-begun',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { viewers: viewers.length },
    });
    return prepared;
  });
  const prepared = await composeRequest([{ transaction, contentHash: report.contentHash }]);
  await simulateTransaction(actor, prepared);
  return prepared;
}

/**
 * Reads the present list, and requires that our grants match the chain.
 * @throws AppError conflict
 */
async function requireSettledList(
  tx: Transaction,
  report: { id: string; contentHash: Uint8Array<ArrayBuffer> },
  permissionsBlock: bigint,
): Promise<string[]> {
  const open = await tx.chainTransaction.count({
    where: { reportId: report.id, kind: 'SET_PERMISSIONS', status: { in: ['PREPARED', 'SENT'] } },
  });
  const index = await tx.chainReport.findUnique({ where: { contentHash: report.contentHash } });
  if (open > 0 || index?.permissionsBlock !== permissionsBlock) {
    throw new AppError('conflict', {
      detail: (t) => t('sharing.preparePermissionChange.changeUnderWay'),
    });
  }
  return permissionWords.parse(index.permissions);
}
