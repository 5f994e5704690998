import { describe, expect, it } from 'vitest';
import { remindOfErasure } from '@/accounts/erasure/remind-of-erasure';
import { requestErasure } from '@/accounts/erasure/request-erasure';
import { takeBackByLink, takeBackErasure } from '@/accounts/erasure/take-back-erasure';
import { freezeAccount } from '@/accounts/freeze/freeze-account';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { eraseDue } from '@/interop/erasure/erase-due';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { database, inTransaction } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';
import { dueErasure, erasureOf, letErasureBeDue } from '../../../support/interop/erasures';
import { RUNNING } from '../../../support/interop/exports';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo, secretIn } from '../../../support/people/mail';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';

async function ask(person: Person): Promise<void> {
  await requestErasure(person.actor, person.actor.email);
}

describe('a patient asks for erasure', () => {
  it('by typing their own address, with a fresh proof, once at a time', async () => {
    const patient = await createPatient();
    await expect(requestErasure(patient.actor, 'other@test.example')).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await letProofGrowOld(patient);
    await expect(ask(patient)).rejects.toMatchObject({ code: 'proof-needed' });
    const other = await createPatient();
    const tries = await Promise.allSettled([ask(other), ask(other)]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask(other)).rejects.toMatchObject({ code: 'conflict' });
    const { requestedAt, dueAt } = await erasureOf(other);
    expect(dueAt.getTime() - requestedAt.getTime()).toBe(72 * HOUR_MS);
  });

  it('and doctors and administrators are told whom to ask', async () => {
    for (const person of [await createDoctor(), await createAdmin()]) {
      await expect(ask(person)).rejects.toMatchObject({
        code: 'forbidden',
        message: t('accounts.erasure.askAnAdministrator'),
      });
    }
  });

  it('is mailed at once and again a day before, with a link that takes it back', async () => {
    const patient = await createPatient();
    await ask(patient);
    const { id } = await erasureOf(patient);
    const reminder = await database().outboxJob.findFirstOrThrow({
      where: { kind: 'remind-of-erasure', payload: { path: '$.erasureId', equals: id } },
    });
    const { dueAt } = await erasureOf(patient);
    expect(dueAt.getTime() - reminder.runAfter.getTime()).toBe(24 * HOUR_MS);
    await remindOfErasure({ erasureId: id }, { id: reminder.id, locale: DEFAULT_LOCALE });
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      t('accounts.erasure.mail.requested.subject'),
      t('accounts.erasure.mail.tomorrow.subject'),
    ]);
    const token = secretIn(mails[0]);
    expect(mails[0]?.text).toContain('/keep-account#');
    await takeBackByLink(token);
    // The answer was lost: pressed again.
    await takeBackByLink(token);
    expect(await erasureOf(patient)).toMatchObject({ state: 'TAKEN_BACK', openFor: null });
    expect(await actionsAbout(patient.actor.accountId)).toEqual(
      expect.arrayContaining(['erasure.requested', 'erasure.taken-back']),
    );
    await ask(patient);
  });
});

describe('an erasure is taken back', () => {
  it('by the person, and then nothing is erased', async () => {
    const patient = await createPatient();
    await dueErasure(patient);
    await takeBackErasure(patient.actor);
    expect(await eraseDue(RUNNING)).toBe(false);
    const account = await database().account.findUniqueOrThrow({
      where: { id: patient.actor.accountId },
    });
    expect(account).toMatchObject({ status: 'ACTIVE', email: patient.actor.email });
    await expect(takeBackErasure(patient.actor)).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('by nobody else, and not by a link of another purpose', async () => {
    const [patient, other] = [await createPatient(), await createPatient()];
    await ask(patient);
    await expect(takeBackErasure(other.actor)).rejects.toMatchObject({ code: 'wrong-state' });
    const { accountId } = patient.actor;
    const wrong = await inTransaction((tx) => mintAccountToken(tx, accountId, 'NOT_ME'));
    await expect(takeBackByLink(wrong)).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(takeBackByLink('A'.repeat(43))).rejects.toMatchObject({ code: 'token-invalid' });
    expect(await erasureOf(patient)).toMatchObject({ state: 'WAITING' });
  });

  it('by “It was not me”', async () => {
    const patient = await createPatient();
    await ask(patient);
    const { accountId } = patient.actor;
    const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'NOT_ME'));
    await freezeAccount(token, null);
    expect(await erasureOf(patient)).toMatchObject({ state: 'TAKEN_BACK' });
  });

  it('not once it has begun', async () => {
    const patient = await createPatient();
    await dueErasure(patient);
    const { accountId } = patient.actor;
    const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'CANCEL_ERASURE'));
    const { id } = await erasureOf(patient);
    await database().erasure.update({ where: { id }, data: { state: 'STARTED' } });
    await expect(takeBackByLink(token)).rejects.toMatchObject({ code: 'token-invalid' });
    await expect(takeBackErasure(patient.actor)).rejects.toMatchObject({ code: 'wrong-state' });
    await letErasureBeDue(patient);
  });
});
