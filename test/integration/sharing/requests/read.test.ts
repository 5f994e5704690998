import type { Wallet } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { endRequest } from '@/sharing/requests/end-request';
import { readReceivedRequest } from '@/sharing/requests/read-received-request';
import { readRequestedReport, recordRequestedCopy } from '@/sharing/requests/read-requested-report';
import { prepareRequestedChange, quoteRequestedChange } from '@/sharing/requests/requested-change';
import { listViewers } from '@/sharing/viewers/list-viewers';
import { anchorReport } from '../../../support/chain/anchor-report';
import { confirm } from '../../../support/chain/patient-on-chain';
import { bindWallet, mine, sendFrom } from '../../../support/chain/test-chain';
import { alterRequest } from '../../../support/people/alter-request';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { t } from '../../../support/messages/english';
import { ask, carryOut, grant } from '../../../support/reports/access-request';
import { createApprovedReport } from '../../../support/reports/report-factories';
import { behindProxy } from '../../../support/services/behind-proxy';
import { whileCut } from '../../../support/services/breakable-proxy';
import { guestEmail, linkTo } from '../../../support/reports/shared-report';

const proxy = await behindProxy('CHAIN_RPC_URL');

let issuer: Person;
let patient: Person;
let wallet: Wallet;
let reportId: string;
let guest: string;

beforeAll(async () => {
  [issuer, patient] = [await createDoctor(), await createPatient()];
  wallet = await bindWallet(patient);
  reportId = await createApprovedReport({ doctor: issuer, patient });
  guest = guestEmail();
  await anchorReport(patient, wallet, reportId, [{ email: guest, expiresAt: null }]);
  await linkTo(guest);
});

const read = (person: Person, requestId: string) =>
  readRequestedReport(person.actor, requestId, reportId);

describe('a doctor whose request was granted', () => {
  it('reads only once the chain permits it, and nothing after the patient ends it', async () => {
    const doctor = await createDoctor();
    const requestId = await ask(doctor, patient);
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'not-found' });
    await grant(patient, requestId, [reportId]);
    // GRANTED in the database, and the chain has not heard of it.
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'grant-removed' });
    const { accountId: actorId } = doctor.actor;
    expect(await database().violation.count({ where: { actorId } })).toBe(0);

    expect((await quoteRequestedChange(patient.actor, requestId, reportId)).gas).toBeDefined();
    await carryOut(patient, wallet, requestId, reportId);
    const report = await read(doctor, requestId);
    expect(report.patientName).toBe(patient.actor.displayName);
    expect(report.pdf.length).toBeGreaterThan(1_000);
    await recordRequestedCopy(doctor.actor, requestId, reportId);

    const mails = await deliverMailsTo(doctor.actor.email);
    expect(mails.filter(({ text }) => text.includes('/guest#'))).toEqual([]);
    const where = { accountId: doctor.actor.accountId, kind: 'access-granted' };
    expect(await database().notification.count({ where })).toBe(1);

    const viewers = await listViewers(patient.actor, reportId);
    expect(viewers.map(({ email, state }) => [email, state]).sort()).toEqual(
      [
        [guest, 'active'],
        [doctor.actor.email, 'active'],
      ].sort(),
    );
    expect(viewers.find(({ email }) => email !== guest)?.lastOpenedAt).not.toBeNull();
    const again = quoteRequestedChange(patient.actor, requestId, reportId);
    await expect(again).rejects.toMatchObject({ code: 'wrong-state' });

    await endRequest(patient.actor, requestId);
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'grant-removed' });
    const violations = await database().violation.findMany({ where: { actorId } });
    expect(violations).toMatchObject([{ kind: 'READ_AFTER_END', reportId }]);
    const late = recordRequestedCopy(doctor.actor, requestId, reportId);
    await expect(late).rejects.toMatchObject({ code: 'grant-removed' });
    const { chosen } = await readReceivedRequest(patient.actor, requestId, t);
    expect(chosen).toMatchObject([{ reportId, isListed: true }]);
    await carryOut(patient, wallet, requestId, reportId);
    const after = await readReceivedRequest(patient.actor, requestId, t);
    expect(after.chosen).toMatchObject([{ reportId, isListed: false }]);
    const left = await listViewers(patient.actor, reportId);
    expect(left.filter(({ state }) => state === 'active').map(({ email }) => email)).toEqual([
      guest,
    ]);

    const { entries } = await readAccessLog(patient.actor, reportId, null);
    const copies = entries.filter(({ action }) => action === 'pdf-copied');
    expect(copies.map(({ name }) => name)).toEqual([doctor.actor.displayName]);
    const own = entries.filter(({ action }) => action.startsWith('request.'));
    expect(own.map(({ action, who, name }) => [action, who, name])).toEqual([
      ['request.refused', 'doctor', doctor.actor.displayName],
      ['request.opened', 'doctor', doctor.actor.displayName],
      ['request.refused', 'doctor', doctor.actor.displayName],
    ]);
  });

  it('gets no link when the patient ends it before the chain has confirmed it', async () => {
    const doctor = await createDoctor();
    const requestId = await ask(doctor, patient);
    await grant(patient, requestId, [reportId]);
    const { request } = await prepareRequestedChange(patient.actor, requestId, reportId);
    await (await sendFrom(wallet, request)).wait();
    await endRequest(patient.actor, requestId);
    await confirm();
    const mails = await deliverMailsTo(doctor.actor.email);
    expect(mails.filter(({ text }) => text.includes('/guest#'))).toEqual([]);
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'grant-removed' });
    await carryOut(patient, wallet, requestId, reportId);
  });

  it('reads nothing although the database says so, for another doctor, or past the end', async () => {
    const doctor = await createDoctor();
    const requestId = await ask(doctor, patient);
    await grant(patient, requestId, [reportId]);
    await carryOut(patient, wallet, requestId, reportId);
    await read(doctor, requestId);
    await whileCut(proxy, async () => {
      await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'chain-unavailable' });
    });
    for (const person of [issuer, patient, await createDoctor()]) {
      await expect(read(person, requestId)).rejects.toMatchObject({ code: 'not-found' });
    }

    // Another doctor's granted request is made to name this report: the commitment is not theirs.
    const thief = await createDoctor();
    const theirs = await ask(thief, patient);
    await alterRequest(theirs, { state: 'GRANTED' });
    await database().requestedReport.create({ data: { requestId: theirs, reportId } });
    await expect(read(thief, theirs)).rejects.toMatchObject({ code: 'grant-removed' });
    const ofThief = { actorId: thief.actor.accountId };
    expect(await database().violation.count({ where: ofThief })).toBe(0);

    await alterRequest(requestId, { until: new Date(Date.now() - MINUTE_MS) });
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'grant-expired' });
    await alterRequest(requestId, { until: new Date(Date.now() + DAY_MS) });
    await read(doctor, requestId);
    await endRequest(patient.actor, requestId);
    await carryOut(patient, wallet, requestId, reportId);
    // The row is put back as it was: the chain has forgotten the doctor.
    await alterRequest(requestId, { state: 'GRANTED' });
    await mine(1);
    await expect(read(doctor, requestId)).rejects.toMatchObject({ code: 'grant-removed' });
  });
});
