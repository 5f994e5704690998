import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction, type Transaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/review/lock-received-report';
import { refuseEnded } from '@/reports/retraction/refuse-ended';
import { askOwnReport } from './ask-own-report';
import { composeRequest } from '@/sharing/anchoring/compose-request';
import { newDeadline } from '@/sharing/anchoring/deadline';
import { permissionWords, toPermissionWords } from './permission-words';
import { planGrants } from './plan-grants';
import type { PreparedTransaction } from '@/sharing/anchoring/prepared-transaction';
import { refuseOwner } from './refuse-owner';
import { openReportKey } from '@/sharing/anchoring/report-key';
import { requireAccepted } from '@/sharing/anchoring/require-accepted';
import type { Viewer } from './viewers';

/**
 * Begins a change of the viewers: the whole new list, which replaces the one that the chain has now. Viewers
 * who stay keep their salt and tag, and so their link.
 * @throws AppError proof-needed; not-found; wrong-state; report-invalid; wallet-missing; conflict while another change is
 * under way; invalid-input for one's own address or when nothing would change; chain-unavailable
 */
export async function preparePermissionChange(
  actor: Actor,
  reportId: string,
  viewers: readonly Viewer[],
): Promise<PreparedTransaction> {
  await requireFreshProof(actor);
  const { report, chain } = await askOwnReport(actor, reportId);
  refuseOwner(actor, viewers);
  const transaction = await inTransaction(async (tx) => {
    const locked = await lockReceivedReport(tx, actor, reportId);
    await refuseEnded(tx, locked);
    if (locked.state !== 'ANCHORED') throw new AppError('wrong-state');
    const expectedBlock = BigInt(chain.permissionsBlock);
    const present = await requireSettledList(tx, report, expectedBlock);
    const plan = await planGrants(tx, openReportKey(report), viewers);
    const permissions = toPermissionWords([...plan.kept, ...plan.added]);
    if (permissions.join() === present.toSorted().join()) {
      throw new AppError('invalid-input', {
        detail: (t) => t('sharing.preparePermissionChange.nothingChanges'),
      });
    }
    const noted = await tx.chainTransaction.create({
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
      data: plan.added.map((grant) => ({ ...grant, transactionId: noted.id })),
    });
    await appendAuditEvent(tx, {
      action: 'permissions.change-begun',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      details: { viewers: viewers.length },
    });
    return noted;
  });
  const prepared = await composeRequest([{ transaction, contentHash: report.contentHash }]);
  await requireAccepted(actor, prepared);
  return prepared;
}

/**
 * The present list, when it is certain that our grants are those that the chain has.
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
