import { beforeAll, describe, expect, it } from 'vitest';
import { confirmFactorReset } from '@/accounts/factor-resets/confirm-factor-reset';
import { listFactorResets } from '@/accounts/factor-resets/list-factor-resets';
import { startFactorReset } from '@/accounts/factor-resets/start-factor-reset';
import { database } from '@/platform/database/database';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { askForReset } from '../../../support/people/factor-reset';
import { setUpTotp } from '../../../support/people/factors';
import { deliverMailsTo } from '../../../support/people/mail';
import { alterAccount } from '../../../support/people/alter-account';

let one: Person;
let two: Person;

beforeAll(async () => {
  one = await createAdmin();
  two = await createAdmin();
});

function rowOf(id: string) {
  return database().factorReset.findUniqueOrThrow({ where: { id } });
}

async function withApp(person: Person): Promise<Person> {
  await setUpTotp(person);
  return person;
}

describe('the reset of second factors', () => {
  it('does not count a first confirmation by somebody who is no active administrator any more', async () => {
    for (const data of [{ status: 'SUSPENDED' as const }, { frozenAt: new Date() }]) {
      const gone = await createAdmin();
      const resetId = await askForReset(await withApp(await createPatient()));
      await confirmFactorReset(gone.actor, resetId);
      await alterAccount(gone.actor.accountId, data);
      const { resets } = await listFactorResets(one.actor, 1);
      expect(resets.find(({ id }) => id === resetId)).toMatchObject({ confirmedBy: [] });
      await confirmFactorReset(one.actor, resetId);
      const first = { state: 'REQUESTED', firstById: one.actor.accountId, secondById: null };
      expect(await rowOf(resetId)).toMatchObject(first);
      await confirmFactorReset(two.actor, resetId);
      expect(await rowOf(resetId)).toMatchObject({ state: 'CONFIRMED' });
    }
  });

  it('notifies only the administrators who can confirm it', async () => {
    const lost = await withApp(await createAdmin());
    const suspended = await createAdmin({ status: 'SUSPENDED' });
    const doctor = await withApp(await createDoctor());
    const asked = await askForReset(doctor);
    await startFactorReset(one.actor, lost.actor.email);
    const { id: started } = await database().factorReset.findUniqueOrThrow({
      where: { openFor: lost.actor.accountId },
    });
    const noticesOf = async ({ actor: { accountId } }: Person) =>
      (
        await database().notification.findMany({
          where: { accountId, kind: 'factor-reset-waiting', refId: { in: [asked, started] } },
        })
      ).map(({ refId }) => refId);
    expect(new Set(await noticesOf(two))).toEqual(new Set([asked, started]));
    for (const person of [one, lost]) expect(await noticesOf(person)).toEqual([asked]);
    for (const person of [doctor, suspended]) expect(await noticesOf(person)).toEqual([]);
    const subjects = (await deliverMailsTo(two.actor.email)).map((mail) => mail.subject);
    expect(subjects).toContain(t('notifications.mail.subject.resets'));
  });
});
