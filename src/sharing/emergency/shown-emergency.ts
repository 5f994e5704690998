import { NAME_COLUMNS, nameOfAccount } from '@/accounts/people/both-spellings';
import { nameWithClinicSelect } from '@/accounts/doctors/name-with-clinic';
import type { Prisma } from '@/generated/prisma/client';
import type { EmergencyState, EmergencyTier, EmergencyVerdict } from '@/generated/prisma/enums';
import type { Transaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { isGenuineEmergency } from './emergency-mac';
import type { EmergencyReason } from './emergency-schema';
import { emergencyStateAt } from './emergency-times';
import { openEmergencyTexts } from './sealed-reason';

/** An emergency access as its doctor, its patient and administrators read it. Times in ISO 8601. */
export interface ShownEmergency {
  accessId: string;
  tier: EmergencyTier;
  state: EmergencyState;
  doctor: { name: string; clinic: string };
  /** Null once the patient is erased. */
  patientName: string | null;
  /** Null once the patient is erased. */
  reason: EmergencyReason | null;
  words: string | null;
  askedAt: string;
  answerBy: string | null;
  openedAt: string | null;
  endsAt: string | null;
  endedAt: string | null;
  reviewBy: string | null;
  /** Whether it was opened, has no verdict, and the time for one is over. */
  isOverdue: boolean;
  verdict: EmergencyVerdict | null;
  /** What the administrator wrote with the verdict. */
  found: string | null;
  /** Whether somebody altered it in the database: then nothing of it is to be believed, and no verdict is shown. */
  isAltered: boolean;
}

const withPeople = {
  doctor: { select: nameWithClinicSelect },
  patient: { select: NAME_COLUMNS },
} satisfies Prisma.EmergencyAccessInclude;

/** A row with the people in it. */
export type EmergencyRow = Prisma.EmergencyAccessGetPayload<{ include: typeof withPeople }>;

/** Reads some accesses with the people in them. */
export function findEmergencies(
  tx: Transaction,
  query: Pick<Prisma.EmergencyAccessFindManyArgs, 'where' | 'orderBy' | 'skip' | 'take'>,
): Promise<EmergencyRow[]> {
  return tx.emergencyAccess.findMany({ ...query, include: withPeople });
}

/** Rows as they are shown, in the same order. */
export async function showEmergencies(
  tx: Transaction,
  rows: readonly EmergencyRow[],
): Promise<ShownEmergency[]> {
  const textsOf = await openEmergencyTexts(tx, rows);
  const now = await databaseNow(tx);
  const genuine = new Map<string, boolean>();
  for (const row of rows) genuine.set(row.id, await isGenuineEmergency(tx, row));
  return rows.map((row) => {
    const isAltered = genuine.get(row.id) !== true;
    const { stated, found } = textsOf(row.id);
    return {
      ...{ accessId: row.id, tier: row.tier, state: emergencyStateAt(row, now) },
      doctor: { name: nameOfAccount(row.doctor), clinic: row.doctor.doctor?.clinic ?? '' },
      patientName: row.patient === null ? null : nameOfAccount(row.patient),
      ...{ reason: stated?.reason ?? null, words: stated?.words ?? null },
      askedAt: row.askedAt.toISOString(),
      answerBy: row.answerBy?.toISOString() ?? null,
      openedAt: row.openedAt?.toISOString() ?? null,
      endsAt: row.endsAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      reviewBy: row.reviewBy?.toISOString() ?? null,
      isOverdue: row.verdict === null && row.reviewBy !== null && row.reviewBy <= now,
      ...(isAltered ? { verdict: null, found: null } : { verdict: row.verdict, found }),
      isAltered,
    };
  });
}
