import { randomUUID } from 'node:crypto';
import type { Wallet } from 'ethers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';
import { saveSummary } from '@/records/emergency/save-summary';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { acknowledgeEmergency } from '@/sharing/emergency/acknowledge-emergency';
import { askForRecord } from '@/sharing/emergency/ask-for-record';
import { listAllEmergencies } from '@/sharing/emergency/emergencies-to-review';
import { endEmergency } from '@/sharing/emergency/end-emergency';
import { readOwnEmergency } from '@/sharing/emergency/list-emergencies';
import { readEmergencyRecord } from '@/sharing/emergency/read-emergency-record';
import {
  readEmergencyReport,
  recordEmergencyCopy,
} from '@/sharing/emergency/read-emergency-report';
import { readEmergencySummary } from '@/sharing/emergency/read-emergency-summary';
import { reviewEmergency } from '@/sharing/emergency/review-emergency';
import { sweepEmergencies } from '@/sharing/emergency/sweep-emergencies';
import { makePatientCode } from '@/sharing/requests/own-patient-code';
import { anchorReport } from '../../../support/chain/anchor-report';
import { bindWallet } from '../../../support/chain/test-chain';
import { t } from '../../../support/messages/english';
import { alterAccount } from '../../../support/people/alter-account';
import { alterEmergency } from '../../../support/people/alter-emergency';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { giveFreshProof, letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import { emergencySummary } from '../../../support/records/emergency-summary';
import { acknowledge, askByCode, openByCode, STATED } from '../../../support/reports/emergency';
import {
  createApprovedReport,
  createForwardedReport,
} from '../../../support/reports/report-factories';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';

const proxy = await behindProxy('CHAIN_RPC_URL');

const NOT_FOUND = { code: 'not-found' };

let issuer: Person;
let patient: Person;
let wallet: Wallet;
let code: string;
let sealed: string;
let unsealed: string;
let administrators: [Person, Person, Person];
let doctor: Person;

beforeAll(async () => {
  [issuer, patient] = [await createDoctor(), await createPatient()];
  wallet = await bindWallet(patient);
  sealed = await createApprovedReport({ doctor: issuer, patient });
  await anchorReport(patient, wallet, sealed, []);
  unsealed = await createForwardedReport({ doctor: issuer, patient });
  await saveSummary(patient.actor, { summary: emergencySummary(), revision: 0 });
  code = await makePatientCode(patient.actor);
  administrators = [await createAdmin(), await createAdmin(), await createAdmin()];
});
beforeEach(async () => {
  doctor = await createDoctor({ name: `Dr. ${randomUUID()}` });
  for (const person of administrators) await giveFreshProof(person);
});

const [first, second] = [() => administrators[0], () => administrators[1]];

async function opened(): Promise<string> {
  const accessId = await askByCode(doctor, code);
  await acknowledge(accessId, [first(), second()]);
  return accessId;
}

function rowOf(id: string) {
  return database().emergencyAccess.findUniqueOrThrow({ where: { id } });
}

describe('all reports of a patient', () => {
  it('are read for four hours once two administrators have acknowledged it', async () => {
    const accessId = await askByCode(doctor, code);
    const list = () => readEmergencyRecord(doctor.actor, accessId, t);
    await expect(list()).rejects.toMatchObject({ code: 'grant-removed' });
    await acknowledge(accessId, [first()]);
    await expect(list()).rejects.toMatchObject({ code: 'grant-removed' });
    const read = () => readEmergencyReport(doctor.actor, accessId, sealed);
    await expect(read()).rejects.toMatchObject({ code: 'grant-removed' });
    await acknowledge(accessId, [second()]);

    const { reports } = await list();
    expect(reports.map(({ reportId, isSealed }) => [reportId, isSealed]).sort()).toEqual(
      [
        [sealed, true],
        [unsealed, false],
      ].sort(),
    );
    const report = await read();
    expect(report.patientName).toBe(patient.actor.displayName);
    expect(report.proof?.contentHash).toMatch(/^0x/);
    const other = await readEmergencyReport(doctor.actor, accessId, unsealed);
    expect([other.proof, other.content?.findings === undefined]).toEqual([null, false]);
    await recordEmergencyCopy(doctor.actor, accessId, sealed);
    const { openedAt, endsAt } = await rowOf(accessId);
    expect((endsAt?.getTime() ?? 0) - (openedAt?.getTime() ?? 0)).toBe(4 * HOUR_MS);

    const { entries } = await readAccessLog(patient.actor, sealed, null);
    const own = entries.filter(({ name }) => name === doctor.actor.displayName);
    expect(own.map(({ action }) => action)).toEqual(['pdf-copied', 'emergency.report-opened']);
    for (const { actor } of [patient, ...administrators]) {
      expect((await deliverMailsTo(actor.email)).length).toBeGreaterThan(0);
    }
    expect(await actionsAbout(patient.actor.accountId)).toEqual(
      expect.arrayContaining([
        ...['emergency.record-asked', 'emergency.acknowledged'],
        ...['emergency.record-opened', 'emergency.record-listed'],
      ]),
    );

    await alterEmergency(accessId, { endsAt: new Date(Date.now() - MINUTE_MS) });
    for (const over of [list, read]) {
      await expect(over()).rejects.toMatchObject({ code: 'grant-expired' });
    }
    expect(await actionsAbout(doctor.actor.accountId)).toContain('emergency.refused');
  });

  it('are shown to nobody else: no other doctor, no administrator', async () => {
    const accessId = await opened();
    for (const person of [issuer, patient, first(), second(), await createDoctor()]) {
      await expect(readEmergencyRecord(person.actor, accessId, t)).rejects.toMatchObject(NOT_FOUND);
      const read = readEmergencyReport(person.actor, accessId, sealed);
      await expect(read).rejects.toMatchObject(NOT_FOUND);
    }
    const listed = JSON.stringify(await listAllEmergencies(first().actor, 1));
    expect(listed).not.toMatch(/Penicillin|Amlodipine|objectAddress/);
    await expect(readEmergencySummary(doctor.actor, accessId)).rejects.toMatchObject(NOT_FOUND);
  });

  it('are those of this patient alone, and a sealed one only as the chain has it', async () => {
    const accessId = await opened();
    const stranger = await createPatient();
    const foreign = await createForwardedReport({ doctor: issuer, patient: stranger });
    const read = (id: string) => readEmergencyReport(doctor.actor, accessId, id);
    await expect(read(foreign)).rejects.toMatchObject(NOT_FOUND);
    await whileCut(proxy, async () => {
      await expect(read(sealed)).rejects.toMatchObject({ code: 'chain-unavailable' });
    });
    await read(sealed);
    // Given out as sealed: the chain does not have it.
    await database().report.update({ where: { id: unsealed }, data: { state: 'ANCHORED' } });
    await expect(read(unsealed)).rejects.toMatchObject({ code: 'report-invalid' });
    await database().report.update({ where: { id: unsealed }, data: { state: 'FORWARDED' } });
  });
});

describe('two administrators', () => {
  it('are different ones with a fresh proof, and neither is the doctor who asks', async () => {
    const accessId = await askByCode(doctor, code);
    for (const person of [doctor, patient, issuer]) {
      const done = acknowledgeEmergency(person.actor, accessId);
      await expect(done).rejects.toMatchObject({ code: 'forbidden' });
    }
    // A doctor who has become an administrator meanwhile.
    const promoted = { ...first().actor, accountId: doctor.actor.accountId };
    await giveFreshProof(doctor);
    const self = { ...promoted, sessionId: doctor.actor.sessionId };
    await expect(acknowledgeEmergency(self, accessId)).rejects.toMatchObject({ code: 'forbidden' });

    await letProofGrowOld(first());
    const unproved = acknowledgeEmergency(first().actor, accessId);
    await expect(unproved).rejects.toMatchObject({ code: 'proof-needed' });
    await acknowledge(accessId, [first()]);
    const again = acknowledgeEmergency(first().actor, accessId);
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await rowOf(accessId)).state).toBe('ASKED');
  });

  it('race: of three at once two open it, and one finds it open', async () => {
    const accessId = await askByCode(doctor, code);
    const outcomes = await Promise.allSettled(
      administrators.map(({ actor }) => acknowledgeEmergency(actor, accessId)),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'conflict' } }]);
    const { state, firstById, secondById } = await rowOf(accessId);
    expect(state).toBe('OPEN');
    expect(firstById).not.toBe(secondById);
    const notices = await database().notification.count({
      where: { accountId: doctor.actor.accountId, kind: 'emergency-granted' },
    });
    expect(notices).toBe(1);
  });

  it('of whom the first was suspended meanwhile: a third one is needed', async () => {
    const gone = await createAdmin();
    const accessId = await askByCode(doctor, code);
    await acknowledge(accessId, [gone]);
    await alterAccount(gone.actor.accountId, { status: 'SUSPENDED' });
    await acknowledge(accessId, [first()]);
    expect(await rowOf(accessId)).toMatchObject({
      ...{ state: 'ASKED', firstById: first().actor.accountId },
    });
    await acknowledge(accessId, [second()]);
    expect((await rowOf(accessId)).state).toBe('OPEN');
  });

  it('acknowledge nothing that was declined, withdrawn, expired, altered or is a summary', async () => {
    const done = async (accessId: string) =>
      acknowledgeEmergency(first().actor, accessId).catch((error: unknown) =>
        error instanceof AppError ? error.code : error,
      );
    for (const person of [patient, second(), doctor]) {
      const accessId = await askByCode(doctor, code);
      await endEmergency(person.actor, accessId);
      expect(await done(accessId)).toBe('conflict');
      const state = person === doctor ? 'WITHDRAWN' : 'DECLINED';
      expect(await readOwnEmergency(doctor.actor, accessId)).toMatchObject({ state });
    }
    const expired = await askByCode(doctor, code);
    await alterEmergency(expired, { answerBy: new Date(Date.now() - MINUTE_MS) });
    expect(await done(expired)).toBe('conflict');
    await sweepEmergencies();
    expect((await rowOf(expired)).state).toBe('EXPIRED');
    const altered = await askByCode(doctor, code);
    const data = { firstById: second().actor.accountId };
    await database().emergencyAccess.update({ where: { id: altered }, data });
    expect(await done(altered)).toBe('not-found');
    expect(await readOwnEmergency(doctor.actor, altered)).toMatchObject({ isAltered: true });
    expect(await done(await openByCode(await createDoctor(), code))).toBe('not-found');
  });
});

describe('all reports of a patient, opened for an emergency', () => {
  it('end with the summary for whose sake they were asked', async () => {
    const accessId = await opened();
    const summaryId = await openByCode(doctor, code);
    await endEmergency(patient.actor, summaryId);
    expect((await rowOf(accessId)).state).toBe('ENDED');
    const [person, kind] = [{ actorId: doctor.actor.accountId }, 'READ_AFTER_END'] as const;
    for (const read of [
      () => readEmergencySummary(doctor.actor, summaryId),
      () => readEmergencyRecord(doctor.actor, accessId, t),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: 'grant-removed' });
    }
    expect(await database().violation.count({ where: { ...person, kind } })).toBe(1);
    const asked = await askByCode(doctor, code);
    const again = await openByCode(doctor, code);
    await reviewEmergency(first().actor, again, { verdict: 'UNJUSTIFIED', words: 'No emergency.' });
    expect((await rowOf(asked)).state).toBe('DECLINED');
  });

  it('hold none that was declared wrong before its sealing was undone', async () => {
    const wrong = await createApprovedReport({ doctor: issuer, patient });
    await anchorReport(patient, wallet, wrong, []);
    await giveFreshProof(issuer);
    await requestRetraction(issuer.actor, wrong, { reason: 'Swapped.', replacementId: null });
    await database().report.update({ where: { id: wrong }, data: { state: 'APPROVED' } });
    const accessId = await opened();
    const { reports } = await readEmergencyRecord(doctor.actor, accessId, t);
    expect(reports.map(({ reportId }) => reportId)).not.toContain(wrong);
    const read = readEmergencyReport(doctor.actor, accessId, wrong);
    await expect(read).rejects.toMatchObject(NOT_FOUND);
    await database().report.update({ where: { id: wrong }, data: { state: 'RETRACTED' } });
  });
});

describe('a doctor asks for all reports', () => {
  it('once, from a summary that is open, with a fresh proof', async () => {
    const summaryId = await openByCode(doctor, code);
    const ask = (person: Person) => askForRecord(person.actor, summaryId, STATED);
    const [one, other] = await Promise.all([ask(doctor), ask(doctor)]);
    expect(one.accessId).toBe(other.accessId);
    for (const person of [issuer, patient, first()]) {
      await expect(ask(person)).rejects.toMatchObject(NOT_FOUND);
    }
    await letProofGrowOld(doctor);
    await expect(ask(doctor)).rejects.toMatchObject({ code: 'proof-needed' });
    await giveFreshProof(doctor);
    await endEmergency(patient.actor, summaryId);
    await expect(ask(doctor)).rejects.toMatchObject({ code: 'grant-removed' });
  });
});
