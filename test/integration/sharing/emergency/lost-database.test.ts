import { setImmediate } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { acknowledgeEmergency } from '@/sharing/emergency/acknowledge-emergency';
import { createAdmin, createDoctor, type Person } from '../../../support/people/factories';
import { emergencySummary } from '../../../support/records/emergency-summary';
import {
  acknowledge,
  askByCode,
  openByCode,
  patientWithSummary,
} from '../../../support/reports/emergency';
import { behindProxy } from '../../../support/services/behind-proxy';

const proxy = await behindProxy('DATABASE_URL');

/** Turns of the event loop after which the database goes away: before, in and after the transaction. */
const TURNS = [0, 5, 20, 60, 150];

let administrators: Person[];
beforeAll(async () => {
  administrators = [await createAdmin(), await createAdmin()];
});

/** The database goes away after some turns of the event loop, and comes back. @returns whether the act was done */
async function interrupted(act: Promise<unknown>, turns: number): Promise<boolean> {
  const outcome = act.then(
    () => true,
    () => false,
  );
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  await proxy.cut();
  const done = await outcome;
  await proxy.mend();
  return done;
}

/** How many people were notified, how many mails to contacts and how many events there are of an access. */
async function traces(patientId: string, kinds: string[], action: string) {
  const [notices, mails, events] = await Promise.all([
    database().notification.count({ where: { accountId: patientId, kind: { in: kinds } } }),
    database().outboxJob.count({ where: { kind: 'mail-emergency-contact' } }),
    database().auditEvent.count({ where: { subjectId: patientId, action } }),
  ]);
  return { notices, mails, events };
}

const [contact] = emergencySummary().contacts;

it.each(TURNS)(
  'a summary is open and told of, or neither, when the database goes after %i turns',
  async (turns) => {
    if (contact === undefined) throw new Error('The example has a contact');
    const doctor = await createDoctor();
    const contacts = [{ ...contact, email: 'contact@test.example' }];
    const { patient, code } = await patientWithSummary({ contacts });
    const { accountId } = patient.actor;
    const { mails: before } = await traces(accountId, [], '');
    await interrupted(openByCode(doctor, code), turns);
    const open = await database().emergencyAccess.count({ where: { patientId: accountId } });
    const { notices, mails, events } = await traces(
      accountId,
      ['emergency-opened'],
      'emergency.opened',
    );
    expect([notices, mails - before, events]).toEqual([open, open, open]);
  },
);

it.each(TURNS)(
  'a second acknowledgement opens and is told of, or neither: %i turns',
  async (turns) => {
    const [first, second] = administrators;
    if (first === undefined || second === undefined) throw new Error('There are two');
    const { patient, code } = await patientWithSummary();
    const accessId = await askByCode(await createDoctor(), code);
    await acknowledge(accessId, [first]);
    await interrupted(acknowledgeEmergency(second.actor, accessId), turns);
    const { state } = await database().emergencyAccess.findUniqueOrThrow({
      where: { id: accessId },
    });
    const { notices, events } = await traces(
      patient.actor.accountId,
      ['emergency-record-opened'],
      'emergency.record-opened',
    );
    const open = state === 'OPEN' ? 1 : 0;
    expect([notices, events]).toEqual([open, open]);
    if (open === 0) await acknowledge(accessId, [second]);
  },
);
