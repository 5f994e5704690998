import { hexlify } from 'ethers';
import { appendAuditEvent } from '@/audit/append-audit-event';
import { Prisma } from '@/generated/prisma/client';
import { deleteJobsAbout } from '@/jobs/delete-jobs-about';
import { database, inTransaction, type Transaction } from '@/platform/database/database';
import { moveReports } from '@/reports/states/move-report';
import { forgetEmergenciesOf } from '@/sharing/emergency/forget-emergencies';
import { forgetRequestsOf } from '@/sharing/requests/forget-requests';
import { ERASED_TABLES } from './account-tables';
import { advance, type HeldErasure } from './advance';
import { itemsOf } from './erasure-items';
import { erasedMailbox } from '@/platform/mail/erased-mailbox';
import { NOTHING_LEFT } from '../retention/nothing-left';

/** Instead of a name. */
const NOBODY = '—';

/** Reports and what is below them are erased so many at a time. */
const AT_ONCE = 200;

/**
 * Deletes what the database holds of the person: queued and done jobs, what was staged of reports, who could see them, and
 * the account down to its id. A report that was sent while the account was being closed sends the erasure back a step.
 */
export async function eraseRows(held: HeldErasure): Promise<void> {
  const { accountId } = held;
  const { destroyed, kept } = itemsOf(held);
  if (await hasNewReports(held)) {
    await inTransaction((tx) => advance(tx, held, 'keep'));
    return;
  }
  await deleteJobsAbout(await namesOf(accountId));
  while (await eraseReports(accountId));
  await inTransaction(async (tx) => {
    for (const table of ERASED_TABLES) {
      await tx.$executeRaw`DELETE FROM ${Prisma.raw(table)} WHERE accountId = ${accountId}`;
    }
    await forgetRequestsOf(tx, accountId);
    await tx.violation.deleteMany({ where: { patientId: accountId } });
    await forgetEmergenciesOf(tx, accountId);
    await tx.relayedCall.updateMany({
      where: { patientId: accountId, state: { not: 'SENT' } },
      data: { callData: null, rawTransaction: null },
    });
    await tx.relayedCall.updateMany({
      where: { patientId: accountId, state: 'WAITING' },
      data: { state: 'FAILED' },
    });
    await tx.account.update({ where: { id: accountId }, data: erasedColumns(accountId) });
    appendAuditEvent(tx, {
      ...{
        action: 'erasure.destroyed',
        relation: 'system',
        actorKind: 'SYSTEM',
        actorId: 'erase-due',
      },
      ...{ subjectId: accountId, details: { reports: destroyed.length, kept: kept.length } },
    });
    await advance(tx, held, 'receipt');
  });
}

async function hasNewReports(held: HeldErasure): Promise<boolean> {
  const known = new Set(itemsOf(held).destroyed.map(({ contentHash }) => contentHash));
  const left = await database().report.findMany({
    where: { patientId: held.accountId, keptUntil: null, objectAddress: { not: null } },
    select: { contentHash: true },
  });
  return left.some(({ contentHash }) => !known.has(hexlify(contentHash ?? '0x')));
}

/** Everything by which a job may name the person, their reports and the people who could see them. */
async function namesOf(accountId: string): Promise<Set<string>> {
  const [account, reports, grants, transactions, notices, others] = await Promise.all([
    database().account.findUniqueOrThrow({ where: { id: accountId } }),
    database().report.findMany({ where: { patientId: accountId }, select: { id: true } }),
    database().grant.findMany({
      where: { report: { patientId: accountId } },
      select: { id: true },
    }),
    database().chainTransaction.findMany({
      where: { report: { patientId: accountId } },
      select: { id: true },
    }),
    database().notification.findMany({ where: { accountId }, select: { id: true } }),
    Promise.all([
      database().profileChange.findMany({ where: { accountId }, select: { id: true } }),
      database().factorReset.findMany({ where: { accountId }, select: { id: true } }),
      database().walletRecovery.findMany({ where: { accountId }, select: { id: true } }),
      database().recordsExport.findMany({ where: { accountId }, select: { id: true } }),
      database().erasure.findMany({ where: { accountId }, select: { id: true } }),
      database().upload.findMany({ where: { accountId }, select: { id: true } }),
      database().emergencyAccess.findMany({
        where: { patientId: accountId },
        select: { id: true },
      }),
    ]),
  ]);
  const rows = [reports, grants, transactions, notices, ...others].flat();
  return new Set([accountId, account.email, account.displayName, ...rows.map(({ id }) => id)]);
}

/** @returns whether there may be more */
async function eraseReports(patientId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const rows = await tx.report.findMany({
      where: {
        patientId,
        OR: [
          { keptUntil: null, state: { notIn: ['ERASED', 'DISCARDED'] } },
          { grants: { some: {} } },
        ],
      },
      select: { id: true, state: true, keptUntil: true },
      take: AT_ONCE,
    });
    if (rows.length === 0) return false;
    const reportId = { in: rows.map(({ id }) => id) };
    await tx.grant.deleteMany({ where: { reportId } });
    await endTransactions(tx, reportId);
    const gone = rows.filter(({ keptUntil }) => keptUntil === null);
    await tx.stagedReport.deleteMany({ where: { reportId: { in: gone.map(({ id }) => id) } } });
    const [drafts, sent] = [
      gone.filter(({ state }) => state === 'DRAFT').map(({ id }) => id),
      gone.filter(({ state }) => state !== 'DRAFT' && state !== 'ERASED').map(({ id }) => id),
    ];
    await moveReports(tx, drafts, 'erase-draft', 'erasure', {
      ...{ ...NOTHING_LEFT, patientId: null, amendsId: null },
    });
    await moveReports(tx, sent, 'erase', 'erasure', NOTHING_LEFT);
    return rows.length === AT_ONCE;
  });
}

/** The browser that prepared a transaction is forgotten; one that was not sent is not waited for. */
async function endTransactions(tx: Transaction, reportId: { in: string[] }): Promise<void> {
  await tx.chainTransaction.updateMany({ where: { reportId }, data: { device: null } });
  await tx.chainTransaction.updateMany({
    where: { reportId, kind: { not: 'RETRACT_REPORT' }, status: { in: ['PREPARED', 'SENT'] } },
    data: { status: 'CANCELLED' },
  });
}

/** What is left of an account: its id, and that it was a patient's. */
function erasedColumns(accountId: string) {
  return {
    email: erasedMailbox(accountId),
    displayName: NOBODY,
    nameKey: NOBODY,
    printedName: null,
    givenNames: null,
    familyName: null,
    passwordHash: '',
    emailConfirmedAt: null,
    timeZone: null,
    secondFactorSince: null,
    secondFactorDueAt: null,
    factorHintDismissedAt: null,
    frozenAt: null,
    factorsDoubtedFrom: null,
  };
}
