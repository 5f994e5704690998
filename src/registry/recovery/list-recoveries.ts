import { birthDateOf } from '@/accounts/people/birth-date';
import { nameOfAccount } from '@/accounts/people/both-spellings';
import { isGenuinePatient } from '@/accounts/people/patient-profile-mac';
import type { Actor } from '@/accounts/sessions/actor';
import type { PatientProfile, RecoveryState, WalletRecovery } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readPersonTexts } from '@/vault/person-texts';
import { isAlive, pageStanding, type RecoveryPhase, type RecoveryStanding } from './recovery-phase';

/** A recovery as an administrator sees it: who asks, about which wallets, nothing of what is in reports. */
export interface RecoveryRow {
  id: string;
  state: RecoveryState;
  phase: RecoveryPhase | null;
  /** What an administrator can do now, if their wallet has the right. */
  decisions: ('propose' | 'decline' | 'veto')[];
  oldAddress: string;
  newAddress: string;
  /** ISO 8601, as all times here. */
  createdAt: string;
  requestedAt: string | null;
  proposedAt: string | null;
  proposer: string | null;
  opensAt: string | null;
  endedAt: string | null;
  declineReason: string | null;
  patient: {
    name: string;
    email: string;
    /** As far as it is known, `YYYY-MM-DD` to `YYYY`. */
    birthDate: string | null;
    registeredAt: string;
    emailConfirmedAt: string | null;
    oldWalletSince: string | null;
    /** How many reports the old wallet governs. */
    reports: number;
  };
}

const PAGE_SIZE = 20;

/**
 * The recoveries, those that wait for an administrator first, then those that are under way, then the newest.
 * @param page from 1
 * @throws AppError forbidden
 */
export async function listRecoveries(
  actor: Actor,
  page: number,
): Promise<{ recoveries: RecoveryRow[]; waiting: number; pages: number }> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  const [ids, total, waiting] = await Promise.all([
    database().$queryRaw<{ id: string }[]>`
      SELECT id FROM WalletRecovery
      ORDER BY state = 'REQUESTED' DESC, state = 'PROPOSED' DESC, createdAt DESC
      LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`,
    database().walletRecovery.count(),
    database().walletRecovery.count({ where: { state: 'REQUESTED' } }),
  ]);
  const rows = await database().walletRecovery.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    include: { account: { include: { patient: true, wallets: true } } },
  });
  const owned = await database().chainReport.groupBy({
    by: ['owner'],
    where: { owner: { in: rows.map(({ oldAddress }) => oldAddress) } },
    _count: true,
  });
  const textOf = await readPersonTexts(
    database(),
    rows.map(({ accountId }) => accountId),
  );
  const [standings, asked] = await Promise.all([
    Promise.all(rows.map(async (row) => [row.id, await pageStanding(row)] as const)),
    findAsked(rows.map(({ oldAddress }) => oldAddress)),
  ]);
  const standingOf = new Map(standings);
  const bornAt = await readBirthDates(rows.map(({ account }) => account.patient));
  const order = ids.map(({ id }) => id);
  const recoveries = rows
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ account, ...recovery }) => {
      const standing = standingOf.get(recovery.id) ?? { phase: null, isHeld: false };
      return {
        id: recovery.id,
        state: recovery.state,
        phase: standing.phase,
        decisions: decisionsOn(recovery, standing, asked.includes(recovery.oldAddress)),
        oldAddress: recovery.oldAddress,
        newAddress: recovery.newAddress,
        createdAt: recovery.createdAt.toISOString(),
        requestedAt: recovery.requestedAt?.toISOString() ?? null,
        proposedAt: recovery.proposedAt?.toISOString() ?? null,
        proposer: recovery.proposer,
        opensAt: recovery.opensAt?.toISOString() ?? null,
        endedAt: recovery.endedAt?.toISOString() ?? null,
        declineReason: textOf(
          recovery.accountId,
          `wallet-recovery/${recovery.id}/reason`,
          recovery.sealedDeclineReason,
        ),
        patient: {
          name: nameOfAccount(account),
          email: account.email,
          birthDate: bornAt.get(account.id) ?? null,
          registeredAt: account.createdAt.toISOString(),
          emailConfirmedAt: account.emailConfirmedAt?.toISOString() ?? null,
          oldWalletSince:
            account.wallets
              .find(({ address }) => address === recovery.oldAddress)
              ?.boundAt.toISOString() ?? null,
          reports: owned.find(({ owner }) => owner === recovery.oldAddress)?._count ?? 0,
        },
      };
    });
  return { recoveries, waiting, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

/** Birth dates by account, without those that somebody altered: an administrator compares them with a passport. */
async function readBirthDates(
  patients: readonly (PatientProfile | null)[],
): Promise<Map<string, string>> {
  const dates = new Map<string, string>();
  for (const patient of patients) {
    if (patient === null || !(await isGenuinePatient(database(), patient))) continue;
    dates.set(patient.accountId, birthDateOf(patient));
  }
  return dates;
}

/** The lost wallets about which a request waits. */
async function findAsked(oldAddresses: string[]): Promise<string[]> {
  const asked = await database().walletRecovery.findMany({
    where: { oldAddress: { in: oldAddresses }, state: 'REQUESTED' },
    select: { oldAddress: true },
  });
  return asked.map(({ oldAddress }) => oldAddress);
}

/** Not proposed again: what the patient did not ask for, and what they have asked for again meanwhile. */
function decisionsOn(
  { state, requestedAt }: WalletRecovery,
  { phase, isHeld }: RecoveryStanding,
  isAskedAnew: boolean,
): RecoveryRow['decisions'] {
  if (state === 'REQUESTED') return ['propose', 'decline'];
  if (state !== 'PROPOSED') return [];
  const canPropose = phase !== 'retired' && !isAlive(phase) && requestedAt !== null && !isAskedAnew;
  return [...(canPropose ? ['propose' as const] : []), ...(isHeld ? ['veto' as const] : [])];
}
