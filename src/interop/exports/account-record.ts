import { birthDateOf } from '@/accounts/people/birth-date';
import { readBloodGroup } from '@/accounts/people/sealed-blood-group';
import type { AuditEvent } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { listEmergenciesOf } from '@/sharing/emergency/list-emergencies';
import { readRequestsOf } from '@/sharing/requests/received-requests';
import { readPersonTexts } from '@/vault/person-texts';

/**
 * What is kept about a person besides their reports. Secrets (passwords, keys, codes) and what finds a name in a search
 * are left out.
 */
export async function readAccountRecord(accountId: string) {
  const where = { accountId };
  const [account, wallets, recoveries, sessions, passkeys, preferences, corrections, notices] =
    await Promise.all([
      database().account.findUniqueOrThrow({
        where: { id: accountId },
        include: { patient: true },
      }),
      database().wallet.findMany({
        where,
        select: { address: true, boundAt: true, releasedAt: true },
      }),
      database().walletRecovery.findMany({
        where,
        select: {
          ...{ id: true, oldAddress: true, newAddress: true, state: true, createdAt: true },
          ...{ endedAt: true, sealedDeclineReason: true },
        },
      }),
      database().session.findMany({
        where,
        select: {
          createdAt: true,
          lastSeenAt: true,
          device: true,
          timeZone: true,
          revokedAt: true,
        },
      }),
      database().passkey.findMany({
        where,
        select: { name: true, createdAt: true, lastUsedAt: true },
      }),
      database().mailPreference.findMany({ where, select: { noticeGroup: true, mail: true } }),
      database().profileChange.findMany({
        where,
        select: {
          ...{ id: true, state: true, wanted: true, former: true, sealedReason: true },
          ...{ sealedAnswer: true, createdAt: true, decidedAt: true },
        },
      }),
      database().notification.findMany({
        where,
        select: { kind: true, createdAt: true, readAt: true },
        orderBy: { createdAt: 'desc' },
      }),
    ]);
  const { patient } = account;
  const textOf = await readPersonTexts(database(), [accountId]);
  return {
    person: {
      name: account.displayName,
      nameInLatinLetters: account.printedName,
      givenNames: account.givenNames,
      familyName: account.familyName,
      email: account.email,
      patientNumber: patient?.number ?? null,
      birthDate: patient === null ? null : birthDateOf(patient),
      gender: patient?.gender ?? null,
      bloodGroup: patient === null ? null : await readBloodGroup(database(), patient),
      timeZone: account.timeZone,
      registeredAt: account.createdAt,
      secondFactorSince: account.secondFactorSince,
    },
    ...{ wallets, sessions, passkeys },
    recoveries: recoveries.map(({ id, sealedDeclineReason, ...recovery }) => ({
      ...recovery,
      declineReason: textOf(accountId, `wallet-recovery/${id}/reason`, sealedDeclineReason),
    })),
    mailPreferences: preferences,
    corrections: corrections.map(({ id, sealedReason, sealedAnswer, ...correction }) => ({
      ...correction,
      reason: textOf(accountId, `profile-change/${id}/reason`, sealedReason),
      answer: textOf(accountId, `profile-change/${id}/answer`, sealedAnswer),
    })),
    accessRequests: await readRequestsOf(accountId),
    emergencyAccesses: await listEmergenciesOf(accountId),
    notifications: notices,
  };
}

/** What is kept about a person besides their reports. */
export type AccountRecord = Awaited<ReturnType<typeof readAccountRecord>>;

const AT_ONCE = 1_000;

/** What happened with a person's account, oldest first, a line of JSON each; what is about a report is with the report. */
export async function* writeAccountLog(accountId: string): AsyncGenerator<Uint8Array> {
  let after = 0n;
  for (;;) {
    const events = await database().auditEvent.findMany({
      where: {
        ...{ id: { gt: after }, reportId: null },
        OR: [{ actorId: accountId }, { subjectId: accountId }],
      },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
    });
    const last = events.at(-1);
    if (last === undefined) return;
    yield Buffer.from(
      events.map((event) => `${JSON.stringify(toLine(event, accountId))}\n`).join(''),
    );
    after = last.id;
  }
}

function toLine({ at, action, actorKind, actorId }: AuditEvent, accountId: string) {
  const who =
    actorKind === 'SYSTEM' ? 'MedAnchor' : actorId === accountId ? 'you' : 'another person';
  return { at, who, action };
}
