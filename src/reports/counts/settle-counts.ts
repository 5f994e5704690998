import { Prisma, type ReportState } from '@/generated/prisma/client';
import type { Transaction } from '@/platform/database/database';
import { addToShared } from '@/platform/database/shared-count';
import { addToPairs } from './add-to-pairs';
import { addToDoctors, lockDoctors } from './add-to-doctors';
import { NO_PATIENT, sumByPlace, type PlaceChange } from './counted-place';

interface ChangedReport {
  id: string;
  doctorId: string;
  patientId: string | null;
  createdAt: Date;
  forwardedAt: Date | null;
  shownState: ReportState;
  /** Null before it was counted. */
  countedState: ReportState | null;
  countedPatientId: string | null;
}

/** The reports that are not counted as what they are, as an SQL condition on Report. */
export const IS_UNSETTLED = Prisma.sql`
  NOT (countedState <=> shownState AND countedPatientId <=> patientId)`;

/** Moves reports, in the counts, from what they are counted as to what they are. Idempotent. */
export async function settleCounts(tx: Transaction, ids: readonly string[]): Promise<void> {
  const reports = await tx.$queryRaw<ChangedReport[]>`
    SELECT id, doctorId, patientId, createdAt, forwardedAt, shownState, countedState, countedPatientId
    FROM Report WHERE id IN (${Prisma.join(ids.toSorted())}) AND ${IS_UNSETTLED}
    ORDER BY id FOR UPDATE`;
  if (reports.length === 0) return;
  await tx.$executeRaw`
    UPDATE Report SET countedState = shownState, countedPatientId = patientId
    WHERE id IN (${Prisma.join(reports.map(({ id }) => id))})`;
  const changes = reports.flatMap((report) => changesOf(report));
  await lockDoctors(
    tx,
    changes.map(({ doctorId }) => doctorId),
  );
  const listed = changes.flatMap((change): PlaceChange[] =>
    // No list shows a discarded draft.
    change.state === 'DISCARDED' ? [] : [change, { ...change, state: 'ALL' }],
  );
  const patients = await addToPairs(tx, sumByPlace(listed));
  const discarded = changes.filter(({ state }) => state === 'DISCARDED');
  await addToDoctors(tx, [...listed, ...discarded], patients);
  for (const { state, reports } of changes) addToShared(tx, `report:${state}`, reports);
}

function changesOf(report: ChangedReport): PlaceChange[] {
  const { doctorId, patientId, createdAt, forwardedAt, shownState } = report;
  const { countedState, countedPatientId } = report;
  const change = { doctorId, createdAt, forwardedAt };
  const came: PlaceChange = {
    ...{ ...change, reports: 1 },
    ...{ patientId: patientId ?? NO_PATIENT, state: shownState },
  };
  if (countedState === null) return [came];
  const left: PlaceChange = {
    ...{ ...change, reports: -1 },
    ...{ patientId: countedPatientId ?? NO_PATIENT, state: countedState },
  };
  return [left, came];
}
