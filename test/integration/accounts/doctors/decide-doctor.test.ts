import { beforeAll, describe, expect, it } from 'vitest';
import { decideDoctor, type DoctorDecision } from '@/accounts/doctors/decide-doctor';
import { listDoctors } from '@/accounts/doctors/list-doctors';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { t } from '../../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { deliverMailsTo } from '../../../support/people/mail';
import { actionsAbout } from '../../../support/people/trail';

let admin: Person;

beforeAll(async () => {
  admin = await createAdmin();
});

describe('an administrator', () => {
  it('approves a doctor, who can then log in and gets an e-mail', async () => {
    const { actor, password } = await createDoctor({ status: 'PENDING' });
    await decideDoctor(admin.actor, actor.accountId, 'approve');
    await expect(logIn({ email: actor.email, password })).resolves.toBeDefined();
    const [mail] = await deliverMailsTo(actor.email);
    expect(mail?.subject).toBe(t('accounts.sendDoctorDecided.approvedSubject'));
    expect(await actionsAbout(actor.accountId)).toEqual(['account.approved', 'account.logged-in']);
    const profile = await database().doctorProfile.findUniqueOrThrow({
      where: { accountId: actor.accountId },
    });
    expect(profile.decidedById).toBe(admin.actor.accountId);
  });

  it('refuses a doctor, who then cannot log in and gets an e-mail', async () => {
    const { actor, password } = await createDoctor({ status: 'PENDING' });
    await decideDoctor(admin.actor, actor.accountId, 'refuse');
    await expect(logIn({ email: actor.email, password })).rejects.toMatchObject({
      code: 'account-suspended',
    });
    const [mail] = await deliverMailsTo(actor.email);
    expect(mail?.subject).toBe(t('accounts.sendDoctorDecided.closedSubject'));
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

  it('finds the newest who waits first, however many waited before', async () => {
    const old = await createDoctor({ status: 'PENDING' });
    // Registered long before the others, and confirmed after all of them, however long those take to make.
    const newest = await createDoctor({ status: 'PENDING' });
    await database().account.update({
      where: { id: newest.actor.accountId },
      data: {
        createdAt: new Date(Date.now() - 5 * DAY_MS),
        emailConfirmedAt: new Date(Date.now() + DAY_MS),
      },
    });
    for (let i = 0; i < 30; i += 1) await createDoctor({ status: i % 2 ? 'PENDING' : 'ACTIVE' });
    const { doctors } = await listDoctors(admin.actor, { doctor: null, status: null, page: 1 });
    expect(doctors[0]?.accountId).toBe(newest.actor.accountId);
    expect(doctors.map(({ accountId }) => accountId)).toContain(old.actor.accountId);
    await database().account.update({
      where: { id: newest.actor.accountId },
      data: { status: 'SUSPENDED' },
    });
  });

  it('approves one of those who state the same licence number, and sees the other', async () => {
    const licenceNumber = `CY-SAME-${String(process.pid)}`;
    const squatter = await createDoctor({ licenceNumber, status: 'PENDING', name: 'Dr. Squatter' });
    const holder = await createDoctor({ licenceNumber, status: 'PENDING', name: 'Dr. Holder' });
    const decide = ({ actor }: Person, decision: DoctorDecision) =>
      decideDoctor(admin.actor, actor.accountId, decision);
    const rowOf = async ({ actor }: Person) => {
      const query = { doctor: actor.accountId, status: null, page: 1 };
      return (await listDoctors(admin.actor, query)).doctors[0];
    };
    expect((await rowOf(holder))?.licenceHolder).toBeNull();
    await decide(squatter, 'approve');
    expect((await rowOf(holder))?.licenceHolder).toBe('Dr. Squatter');
    expect((await rowOf(squatter))?.licenceHolder).toBeNull();
    await expect(decide(holder, 'approve')).rejects.toMatchObject({ code: 'licence-taken' });
    expect((await rowOf(holder))?.status).toBe('PENDING');
    await decide(squatter, 'suspend');
    await decide(holder, 'approve');
    await expect(decide(squatter, 'reinstate')).rejects.toMatchObject({ code: 'licence-taken' });
  });

  it('whom a refused stranger left the licence number to', async () => {
    const licenceNumber = `CY-FREE-${String(process.pid)}`;
    const stranger = await createDoctor({ licenceNumber, status: 'PENDING' });
    await decideDoctor(admin.actor, stranger.actor.accountId, 'refuse');
    const holder = await createDoctor({ licenceNumber, status: 'PENDING' });
    await decideDoctor(admin.actor, holder.actor.accountId, 'approve');
    expect(await actionsAbout(holder.actor.accountId)).toEqual(['account.approved']);
  });

  it('lists waiting doctors first, and none who has not confirmed', async () => {
    const waiting = await createDoctor({ status: 'PENDING' });
    const unconfirmed = await createDoctor({ status: 'UNCONFIRMED' });
    const { doctors } = await listDoctors(admin.actor, { doctor: null, status: null, page: 1 });
    expect(doctors[0]).toMatchObject({ accountId: waiting.actor.accountId, status: 'PENDING' });
    expect(doctors.map(({ accountId }) => accountId)).not.toContain(unconfirmed.actor.accountId);
  });
});

describe('anyone else', () => {
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
