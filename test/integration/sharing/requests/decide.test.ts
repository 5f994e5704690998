import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AccessRequestState } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { askForAccess, MOST_A_DAY } from '@/sharing/requests/ask-for-access';
import { denyRequest } from '@/sharing/requests/deny-request';
import { endRequest, withdrawRequest } from '@/sharing/requests/end-request';
import { forgetRequestsOf } from '@/sharing/requests/forget-requests';
import { grantRequest } from '@/sharing/requests/grant-request';
import { makePatientCode, readOwnPatientCode } from '@/sharing/requests/own-patient-code';
import { listOwnRequests, readOwnRequest } from '@/sharing/requests/own-requests';
import { listReceivedRequests } from '@/sharing/requests/received-requests';
import { readReceivedRequest } from '@/sharing/requests/read-received-request';
import { sweepRequests } from '@/sharing/requests/sweep-requests';
import { patientOnChain, type PatientOnChain } from '../../../support/chain/patient-on-chain';
import { t } from '../../../support/messages/english';
import { alterRequest } from '../../../support/people/alter-request';
import { alterAccount } from '../../../support/people/alter-account';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { giveFreshProof, letProofGrowOld } from '../../../support/people/proof';
import { ask, askFor, grant } from '../../../support/reports/access-request';
import { createApprovedRow } from '../../../support/reports/approved-report';

let owner: PatientOnChain;
let sealed: string;
let unsealed: string;
let asker: Person;

beforeAll(async () => {
  owner = await patientOnChain();
  sealed = (await owner.anchor()).reportId;
  unsealed = (await createApprovedRow(owner.doctor, owner.patient)).id;
  asker = await createDoctor({ clinic: 'Clinic North' });
});

const rowOf = (id: string) => database().accessRequest.findUniqueOrThrow({ where: { id } });
const noticesOf = async ({ actor: { accountId } }: Person) =>
  (await database().notification.findMany({ where: { accountId } })).map(({ kind }) => kind);

describe('asking', () => {
  it('reaches the patient by address or code, and shows the doctor the same for nobody', async () => {
    const patient = await createPatient();
    const code = await makePatientCode(patient.actor);
    expect(await readOwnPatientCode(patient.actor)).toBe(code);
    const doctor = await createDoctor();
    const found = [
      await ask(doctor, patient),
      (await askForAccess(doctor.actor, askFor(code))).requestId,
    ];
    const nobody = await askForAccess(doctor.actor, askFor(`${randomUUID()}@test.example`));
    expect(Object.keys(nobody)).toEqual(['requestId']);
    const received = await listReceivedRequests(patient.actor);
    expect(received.map(({ requestId }) => requestId).sort()).toEqual(found.sort());
    expect((await noticesOf(patient)).filter((kind) => kind === 'access-asked')).toHaveLength(2);

    const [toNobody, ...others] = await listOwnRequests(doctor.actor);
    for (const other of others) {
      const same = { requestId: 0, addressee: 0, askedAt: 0, answerBy: 0, until: 0 };
      expect({ ...other, ...same }).toEqual({ ...toNobody, ...same });
    }
    const read = await readOwnRequest(doctor.actor, nobody.requestId);
    expect(read).toEqual({ request: toNobody, reports: [] });
    expect((await readOwnRequest(doctor.actor, found[0] ?? '')).reports).toEqual([]);
    await withdrawRequest(doctor.actor, nobody.requestId);
    expect((await rowOf(nobody.requestId)).state).toBe('WITHDRAWN');
  });

  it('answers as late, whether the person exists or not', async () => {
    const patient = await createPatient();
    const doctor = await createDoctor();
    const timed = async (addressee: string) => {
      const begun = performance.now();
      await askForAccess(doctor.actor, askFor(addressee));
      return performance.now() - begun;
    };
    const { MIN_ANSWER_MS } = (await import('@/platform/env')).env();
    for (const addressee of [patient.actor.email, `${randomUUID()}@test.example`]) {
      expect(await timed(addressee)).toBeGreaterThanOrEqual(MIN_ANSWER_MS - 1);
    }
  });

  it('does not find a patient by a code from before it was renewed', async () => {
    const patient = await createPatient();
    const old = await makePatientCode(patient.actor);
    await makePatientCode(patient.actor);
    await askForAccess((await createDoctor()).actor, askFor(old));
    expect(await listReceivedRequests(patient.actor)).toEqual([]);
  });

  it('finds no doctor, no administrator and no suspended patient', async () => {
    const doctor = await createDoctor();
    const suspended = await createPatient({ status: 'SUSPENDED' });
    for (const person of [await createDoctor(), await createAdmin(), suspended]) {
      const requestId = await ask(doctor, person);
      expect((await rowOf(requestId)).patientId).toBeNull();
    }
  });

  it('is one open request to an address, also of two tabs at once', async () => {
    const doctor = await createDoctor();
    const address = `${randomUUID()}@test.example`;
    const results = await Promise.allSettled(
      [1, 2].map(() => askForAccess(doctor.actor, askFor(address))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(askForAccess(doctor.actor, askFor(address))).rejects.toMatchObject({
      code: 'conflict',
    });
    const [open] = await listOwnRequests(doctor.actor);
    await withdrawRequest(doctor.actor, open?.requestId ?? '');
    await askForAccess(doctor.actor, askFor(address));
  });

  it('has a limit for each doctor, and only approved doctors ask', async () => {
    const doctor = await createDoctor();
    const row = await rowOf(await ask(doctor, await createPatient()));
    await database().accessRequest.createMany({
      data: Array.from({ length: MOST_A_DAY - 1 }, () => ({
        ...row,
        ...{ id: randomUUID(), openFor: null, state: 'WITHDRAWN' as const },
      })),
    });
    const again = askForAccess(doctor.actor, askFor('somebody@test.example'));
    await expect(again).rejects.toMatchObject({ code: 'too-many-requests' });
    const others = [
      (await createDoctor({ status: 'PENDING' })).actor,
      (await createDoctor({ status: 'SUSPENDED' })).actor,
      owner.patient.actor,
      (await createAdmin()).actor,
    ];
    for (const actor of others) {
      const refused = askForAccess(actor, askFor('somebody@test.example'));
      await expect(refused).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('keeps nothing readable of what was typed', async () => {
    const patient = await createPatient();
    const id = await ask(asker, patient, { reason: 'Suspected sarcoidosis.', kinds: ['COVID_19'] });
    await denyRequest(patient.actor, id, 'I do not know this doctor.');
    const text = JSON.stringify(await rowOf(id), (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const word of ['sarcoidosis', 'COVID', 'treatment', patient.actor.email, 'this doctor']) {
      expect(text).not.toContain(word);
    }
    const [own] = (await listOwnRequests(asker.actor)).filter(({ requestId }) => requestId === id);
    expect(own).toMatchObject({ state: 'DENIED', answer: 'I do not know this doctor.' });
    expect(await noticesOf(asker)).toContain('access-denied');
  });
});

describe('deciding', () => {
  it('shows the patient the doctor and the reports that are asked for', async () => {
    const requestId = await ask(asker, owner.patient);
    const { request, matching } = await readReceivedRequest(owner.patient.actor, requestId, t);
    expect(request.doctor).toEqual({ name: asker.actor.displayName, clinic: 'Clinic North' });
    const lines = matching.map(({ reportId, isSealed }) => [reportId, isSealed]);
    expect(lines).toEqual(
      expect.arrayContaining([
        [sealed, true],
        [unsealed, false],
      ]),
    );
    await withdrawRequest(asker.actor, requestId);
    const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
    const later = await ask(asker, owner.patient, { from: tomorrow });
    expect((await readReceivedRequest(owner.patient.actor, later, t)).matching).toEqual([]);
    await withdrawRequest(asker.actor, later);
    const kind = await ask(asker, owner.patient, { kinds: ['HBA1C'] });
    expect((await readReceivedRequest(owner.patient.actor, kind, t)).matching).toEqual([]);
    await withdrawRequest(asker.actor, kind);
  });

  it('grants less than was asked for, never more', async () => {
    const requestId = await ask(asker, owner.patient, { days: 7 });
    const late = new Date(Date.now() + 8 * DAY_MS);
    const past = new Date(Date.now() - MINUTE_MS);
    const foreign = await owner.prepare();
    for (const [reports, until] of [
      [[sealed], late],
      [[sealed], past],
      [[unsealed], undefined],
      [[sealed, foreign.reportId], undefined],
      [[randomUUID()], undefined],
    ] as const) {
      const granted = grant(owner.patient, requestId, [...reports], until);
      await expect(granted).rejects.toMatchObject({ code: 'invalid-input' });
    }
    const before = await database().chainTransaction.count({ where: { reportId: sealed } });
    await grant(owner.patient, requestId, [sealed], new Date(Date.now() + 2 * DAY_MS));
    expect(await database().chainTransaction.count({ where: { reportId: sealed } })).toBe(before);
    expect((await readOwnRequest(asker.actor, requestId)).reports).toMatchObject([
      { reportId: sealed },
    ]);
    await endRequest(owner.patient.actor, requestId);
    expect((await readOwnRequest(asker.actor, requestId)).reports).toEqual([]);
    expect(await noticesOf(asker)).toContain('access-ended');
  });

  it('needs a fresh proof to grant', async () => {
    const requestId = await ask(asker, owner.patient);
    await letProofGrowOld(owner.patient);
    const until = new Date(Date.now() + DAY_MS).toISOString();
    const granted = grantRequest(owner.patient.actor, requestId, { reportIds: [sealed], until });
    await expect(granted).rejects.toMatchObject({ code: 'proof-needed' });
    await giveFreshProof(owner.patient);
    await withdrawRequest(asker.actor, requestId);
  });

  it('happens once, in two tabs at once', async () => {
    const requestId = await ask(asker, owner.patient);
    await giveFreshProof(owner.patient);
    const results = await Promise.allSettled([
      grant(owner.patient, requestId, [sealed]),
      denyRequest(owner.patient.actor, requestId, 'I changed my mind.'),
      grant(owner.patient, requestId, [sealed]),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { state } = await rowOf(requestId);
    expect(state).toBe(results[1].status === 'fulfilled' ? 'DENIED' : 'GRANTED');
    if (state === 'GRANTED') await endRequest(owner.patient.actor, requestId);
  });

  it('is for the patient who was asked and the doctor who asked, in the states of the table', async () => {
    const requestId = await ask(asker, owner.patient);
    const acts = {
      grant: (person: Person) => grant(person, requestId, [sealed]),
      deny: ({ actor }: Person) => denyRequest(actor, requestId, 'I do not want that.'),
      end: ({ actor }: Person) => endRequest(actor, requestId),
      withdraw: ({ actor }: Person) => withdrawRequest(actor, requestId),
    };
    const strangers = [await createDoctor(), await createPatient(), await createAdmin()];
    for (const person of [...strangers, asker, owner.patient]) {
      for (const [name, act] of Object.entries(acts)) {
        const isTheirs = person === (name === 'withdraw' ? asker : owner.patient);
        if (isTheirs) continue;
        await expect(act(person), name).rejects.toMatchObject({ code: 'not-found' });
      }
    }
    const closed: AccessRequestState[] = ['DENIED', 'EXPIRED', 'WITHDRAWN', 'ENDED'];
    for (const state of closed) {
      await alterRequest(requestId, { state });
      for (const [name, act] of Object.entries(acts)) {
        const person = name === 'withdraw' ? asker : owner.patient;
        await expect(act(person), `${state} ${name}`).rejects.toMatchObject({
          code: 'wrong-state',
        });
      }
    }
    await alterRequest(requestId, { state: 'ASKED' });
    await expect(acts.end(owner.patient)).rejects.toMatchObject({ code: 'wrong-state' });
    await alterRequest(requestId, { state: 'GRANTED' });
    await expect(acts.grant(owner.patient)).rejects.toMatchObject({ code: 'wrong-state' });
    await expect(acts.deny(owner.patient)).rejects.toMatchObject({ code: 'wrong-state' });
    await acts.withdraw(asker);
    expect(await noticesOf(owner.patient)).toContain('access-withdrawn');
  });

  it('is over when the clock is past the end, and the worker notes it', async () => {
    const requestId = await ask(asker, owner.patient);
    await alterRequest(requestId, { answerBy: new Date(Date.now() - MINUTE_MS) });
    const late = grant(owner.patient, requestId, [sealed]);
    await expect(late).rejects.toMatchObject({ code: 'wrong-state' });
    expect((await listOwnRequests(asker.actor))[0]?.state).toBe('EXPIRED');
    await sweepRequests();
    expect(await rowOf(requestId)).toMatchObject({ state: 'EXPIRED', openFor: null });
    const long = new Date(Date.now() - 31 * DAY_MS);
    await alterRequest(requestId, { endedAt: long, until: long });
    await sweepRequests();
    expect(await database().accessRequest.count({ where: { id: requestId } })).toBe(0);
  });

  it('believes no row that we did not write', async () => {
    const requestId = await ask(asker, owner.patient);
    const thief = await createDoctor();
    const data = { doctorId: thief.actor.accountId };
    await database().accessRequest.update({ where: { id: requestId }, data });
    const granted = grant(owner.patient, requestId, [sealed]);
    await expect(granted).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('when an account goes', () => {
  it('ends the requests of a doctor who is suspended', async () => {
    const doctor = await createDoctor();
    const requestId = await ask(doctor, owner.patient);
    await alterAccount(doctor.actor.accountId, { status: 'SUSPENDED' });
    await sweepRequests();
    expect((await rowOf(requestId)).state).toBe('ENDED');
  });

  it('forgets those of an erased patient, and leaves an unanswered one as one to nobody', async () => {
    const [doctor, patient] = [await createDoctor(), await createPatient()];
    const answered = await ask(doctor, patient);
    await denyRequest(patient.actor, answered, 'I do not want that.');
    const open = await ask(doctor, patient);
    await database().$transaction((tx) => forgetRequestsOf(tx, patient.actor.accountId));
    const left = await listOwnRequests(doctor.actor);
    expect(left.map(({ requestId, state }) => [requestId, state])).toEqual([[open, 'ASKED']]);
    expect((await rowOf(open)).patientId).toBeNull();
    await withdrawRequest(doctor.actor, open);
  });
});
