import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { countAccounts } from '@/accounts/people/count-accounts';
import { decideDoctor } from '@/accounts/doctors/decide-doctor';
import { recountAccounts } from '@/accounts/people/tally-accounts';
import type { ReportState } from '@/generated/prisma/enums';
import { database, inTransaction } from '@/platform/database/database';
import { countAtCommit } from '@/reports/counts/count-at-commit';
import { recountReports } from '@/reports/counts/recount-reports';
import { amendReport } from '@/reports/drafts/amend-report';
import { createDraft } from '@/reports/drafts/create-draft';
import { discardDraft } from '@/reports/drafts/discard-draft';
import { saveDraft } from '@/reports/drafts/save-draft';
import { countReports } from '@/reports/lists/count-reports';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { moveReport } from '@/reports/states/move-report';
import { canMove, MOVES, type Move } from '@/reports/states/states';
import { TEMPLATES } from '@/reports/templates/templates';
import { createApprovedRow } from '../../../support/reports/approved-report';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { giveFreshProof } from '../../../support/people/proof';
import { END_REASON } from '../../../support/reports/report-factories';

const MOVE_NAMES = Object.keys(MOVES) as Move[];

let admin: Person;
let doctors: Person[];
let patients: Person[];

beforeAll(async () => {
  admin = await createAdmin();
  doctors = [await createDoctor(), await createDoctor()];
  patients = [await createPatient(), await createPatient(), await createPatient()];
});

function anyOf<T>(list: readonly T[]): T {
  return list[randomInt(list.length)] as T;
}

/** One report goes from its draft through any of the moves that its state allows. */
async function liveOn(steps: number): Promise<void> {
  const doctor = anyOf(doctors);
  const { reportId } = await createDraft(doctor.actor, {
    template: 'COVID_19',
    today: '2026-11-27',
  });
  await saveDraft(doctor.actor, reportId, {
    patientId: anyOf(patients).actor.accountId,
    form: TEMPLATES.COVID_19.emptyForm,
    updatedAt: null,
  });
  for (let step = 0; step < steps; step += 1) {
    const { state } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
    const moves = MOVE_NAMES.filter((move) => canMove(state, move));
    if (moves.length === 0) return;
    const move = anyOf(moves);
    if (move === 'discard') return discardDraft(doctor.actor, reportId);
    await inTransaction((tx) => moveReport(tx, reportId, move, MOVES[move].by));
  }
}

/** Nothing is wrong, so recounting corrects nothing, and the sums are those of the reports. */
async function expectRightCounts(): Promise<void> {
  expect(await recountReports()).toBe(0);
  const groups = await database().report.groupBy({ by: ['shownState'], _count: true });
  const counts = await countReports(admin.actor);
  const shown = groups.map(({ shownState, _count }) => [shownState, _count]);
  expect(
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .sort(),
  ).toEqual(shown.sort());
  for (const { actor } of doctors) {
    const where = { doctorId: actor.accountId, state: { not: 'DISCARDED' as const } };
    const pairs = await database().report.groupBy({
      by: ['patientId'],
      where,
      _count: true,
      _max: { createdAt: true },
    });
    const known = await database().pairCount.findMany({
      where: { doctorId: actor.accountId, state: 'ALL', reports: { gt: 0 } },
    });
    expect(known.map((row) => [row.patientId, row.reports, row.newestAt]).sort()).toEqual(
      pairs.map((row) => [row.patientId ?? '', row._count, row._max.createdAt]).sort(),
    );
    const sum = await database().doctorCount.findUnique({
      where: { doctorId_state: { doctorId: actor.accountId, state: 'ALL' } },
    });
    expect(sum?.reports ?? 0).toBe(pairs.reduce((total, row) => total + row._count, 0));
    expect(sum?.patients ?? 0).toBe(pairs.filter((row) => row.patientId !== null).length);
  }
}

describe('the counts of reports', () => {
  it('follow every move, also of writers at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => liveOn(index)));
    await expectRightCounts();
  });

  it('follow a patient who is picked, picked again, and a draft that is discarded', async () => {
    const doctor = await createDoctor();
    doctors.push(doctor);
    const { reportId } = await createDraft(doctor.actor, {
      template: 'HBA1C',
      today: '2026-11-27',
    });
    for (const patient of [patients[0], patients[1], null]) {
      const patientId = patient?.actor.accountId ?? null;
      const form = TEMPLATES.HBA1C.emptyForm;
      await saveDraft(doctor.actor, reportId, { patientId, form, updatedAt: null });
      await expectRightCounts();
    }
    await discardDraft(doctor.actor, reportId);
    await expectRightCounts();
  });

  it('follow an amendment and a requested retraction', async () => {
    const doctor = await createDoctor();
    doctors.push(doctor);
    await giveFreshProof(doctor);
    const [rejected, anchored] = [
      await createApprovedRow(doctor, anyOf(patients)),
      await createApprovedRow(doctor, anyOf(patients)),
    ];
    await setState(rejected.id, 'REJECTED');
    await setState(anchored.id, 'ANCHORED');
    await amendReport(doctor.actor, rejected.id);
    const before = await countReports(admin.actor);
    await requestRetraction(doctor.actor, anchored.id, { ...END_REASON, replacementId: null });
    await expectRightCounts();
    const after = await countReports(admin.actor);
    expect(after.RETRACTED).toBe(before.RETRACTED + 1);
    expect(after.ANCHORED).toBe(before.ANCHORED - 1);
  });

  it('do not change when the transaction fails', async () => {
    const { id } = await createApprovedRow(anyOf(doctors), anyOf(patients));
    const withdraw = inTransaction(async (tx) => {
      await moveReport(tx, id, 'withdraw', 'doctor');
      throw new Error('planted');
    });
    await expect(withdraw).rejects.toThrow('planted');
    await expectRightCounts();
  });

  it('are corrected where they are wrong', async () => {
    const { id, doctorId, patientId } = await createApprovedRow(anyOf(doctors), anyOf(patients));
    const pair = { doctorId, patientId: patientId ?? '' };
    await database().report.update({ where: { id }, data: { state: 'REJECTED' } });
    await database().pairCount.updateMany({
      where: { ...pair, state: 'ALL' },
      data: { reports: 99, newestAt: null },
    });
    await database().pairCount.deleteMany({ where: { ...pair, state: 'APPROVED' } });
    await database().doctorCount.updateMany({ where: { doctorId }, data: { patients: 99 } });
    await database().sharedCount.updateMany({
      where: { name: 'report:APPROVED' },
      data: { value: -5 },
    });
    expect(await recountReports()).toBeGreaterThan(3);
    await expectRightCounts();
  });
});

describe('the counts of accounts', () => {
  it('follow an administrator’s decisions, and are corrected where they are wrong', async () => {
    const doctor = await createDoctor({ status: 'PENDING' });
    await giveFreshProof(admin);
    const before = await countAccounts(admin.actor);
    await decideDoctor(admin.actor, doctor.actor.accountId, 'approve');
    await decideDoctor(admin.actor, doctor.actor.accountId, 'suspend');
    const right = {
      ...before,
      pending: before.pending - 1,
      suspended: before.suspended + 1,
    };
    expect(await countAccounts(admin.actor)).toEqual(right);
    await database().sharedCount.deleteMany({ where: { name: 'account:PATIENT:ACTIVE' } });
    await database().sharedCount.updateMany({
      where: { name: 'account:DOCTOR:ACTIVE' },
      data: { value: 77 },
    });
    await recountAccounts();
    expect(await countAccounts(admin.actor)).toEqual(right);
  });
});

async function setState(id: string, state: ReportState): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.report.update({ where: { id }, data: { state } });
    countAtCommit(tx, id);
  });
}
