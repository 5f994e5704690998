import type { Actor } from '@/accounts/actor';
import { currentWallet } from '@/accounts/wallet/current-wallet';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { inTransaction } from '@/platform/database';
import { AppError } from '@/platform/errors';
import { lockReceivedReport } from '@/reports/lock-received-report';
import { moveReport } from '@/reports/move-report';
import { composeRequest } from './compose-request';
import { newDeadline } from './deadline';
import { newGrant } from './new-grant';
import { toPermissionWords } from './permission-words';
import type { PreparedTransaction } from './prepared-transaction';
import { refuseOwner } from './refuse-owner';
import { sealReportToAnchor } from './report-to-anchor';
import type { Viewer } from './viewers';

/**
 * Begins the anchoring of an approved report: the issuer attests it for the patient's wallet, and the
 * transaction that the wallet is to send is noted before anybody can send it. Of two parallel calls one
 * wins; the other meets a report that is being anchored.
 * @throws AppError not-found; wrong-state; wallet-missing; invalid-input for one's own address
 */
export async function prepareAnchoring(
  actor: Actor,
  reportId: string,
  viewers: readonly Viewer[],
): Promise<PreparedTransaction> {
  const sender = await currentWallet(actor.accountId);
  return inTransaction(async (tx) => {
    const report = await lockReceivedReport(tx, actor, reportId);
    await moveReport(tx, reportId, 'begin-anchoring', 'patient');
    if (sender === null) throw new AppError('wallet-missing');
    refuseOwner(actor, viewers);
    const { key, sealedMetadata } = sealReportToAnchor(report);
    const grants = viewers.map((viewer) => newGrant(key, viewer));
    const transaction = await tx.chainTransaction.create({
      data: {
        reportId,
        kind: 'ADD_REPORT',
        status: 'PREPARED',
        sender,
        permissions: toPermissionWords(grants),
        sealedMetadata,
        deadline: newDeadline(),
      },
    });
    await tx.grant.createMany({
      data: grants.map((grant) => ({ ...grant, transactionId: transaction.id })),
    });
    await appendAuditEvent(tx, {
      action: 'report.anchoring-begun',
      actorKind: 'ACCOUNT',
      actorId: actor.accountId,
      reportId,
      subjectId: report.doctorId,
      details: { viewers: viewers.length },
    });
    return composeRequest(transaction, key.contentHash);
  });
}
