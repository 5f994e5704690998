import { beforeAll, describe, expect, it } from 'vitest';
import { decideDoctor } from '@/accounts/decide-doctor';
import { listDoctors } from '@/accounts/list-doctors';
import { logIn } from '@/accounts/log-in';
import { database } from '@/platform/database';
import { createAdmin, createDoctor, createPatient, type Person } from '../../support/factories';
import { deliverMailsTo } from '../../support/mail';
import { actionsAbout } from '../../support/trail';

let admin: Person;

beforeAll(async () => {
  admin = await createAdmin();
});

describe('an administrator', () => {
  it('approves a doctor, who can then log in and is told', async () => {
    const { actor, password } = await createDoctor({ status: 'PENDING' });
    await decideDoctor(admin.actor, actor.accountId, 'approve');
    await expect(logIn({ email: actor.email, password })).resolves.toBeDefined();
    const [mail] = await deliverMailsTo(actor.email);
    expect(mail?.subject).toBe('Your account is approved');
    expect(await actionsAbout(actor.accountId)).toEqual(['account.approved', 'account.logged-in']);
    const profile = await database().doctorProfile.findUniqueOrThrow({
      where: { accountId: actor.accountId },
    });
    expect(profile.decidedById).toBe(admin.actor.accountId);
  });

  it('refuses a doctor, who then cannot log in and is told', async () => {
    const { actor, password } = await createDoctor({ status: 'PENDING' });
    await decideDoctor(admin.actor, actor.accountId, 'refuse');
    await expect(logIn({ email: actor.email, password })).rejects.toMatchObject({
      code: 'account-suspended',
    });
    const [mail] = await deliverMailsTo(actor.email);
    expect(mail?.subject).toBe('Your account is closed for now');
  });

  it.each([
    ['approve', 'ACTIVE'],
    ['refuse', 'ACTIVE'],
    ['suspend', 'PENDING'],
    ['suspend', 'SUSPENDED'],
    ['reinstate', 'ACTIVE'],
    ['approve', 'UNCONFIRMED'],
  ] as const)('cannot %s a doctor who is %s', async (decision, status) => {
    const { actor } = await createDoctor({ status });
    await expect(decideDoctor(admin.actor, actor.accountId, decision)).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await actionsAbout(actor.accountId)).toEqual([]);
  });

  it('decides once when the button is pressed twice', async () => {
    const { actor } = await createDoctor({ status: 'PENDING' });
    const presses = await Promise.allSettled(
      Array.from({ length: 4 }, () => decideDoctor(admin.actor, actor.accountId, 'approve')),
    );
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('has no such power over patients', async () => {
    const { actor } = await createPatient();
    await expect(decideDoctor(admin.actor, actor.accountId, 'suspend')).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('sees first who waits, and nobody who has not confirmed', async () => {
    const waiting = await createDoctor({ status: 'PENDING' });
    const unconfirmed = await createDoctor({ status: 'UNCONFIRMED' });
    const { doctors } = await listDoctors(admin.actor, { doctor: null, status: null, page: 1 });
    expect(doctors[0]).toMatchObject({ accountId: waiting.actor.accountId, status: 'PENDING' });
    expect(doctors.map(({ accountId }) => accountId)).not.toContain(unconfirmed.actor.accountId);
  });
});

describe('nobody else', () => {
  it.each([
    ['a doctor', createDoctor],
    ['a patient', createPatient],
  ])('decides or lists: not %s', async (_, create) => {
    const { actor } = await create();
    const waiting = await createDoctor({ status: 'PENDING' });
    const decision = decideDoctor(actor, waiting.actor.accountId, 'approve');
    await expect(decision).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listDoctors(actor, { doctor: null, status: null, page: 1 })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
  });
});
