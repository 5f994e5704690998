import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import { remindOfFees } from '@/forecast/reminders/remind-of-fees';
import { enqueueJob } from '@/jobs/enqueue-job';
import { changeMailPreference, readMailPreferences } from '@/notifications/mail-preferences';
import { notify } from '@/notifications/notify';
import { notifyAdministrators } from '@/notifications/notify-administrators';
import { database, inTransaction } from '@/platform/database/database';
import { HOUR_MS } from '@/platform/time/durations';
import { approveReport } from '@/reports/review/approve-report';
import { storeForecast } from '../../support/forecast/fee-forecasts';
import { t } from '../../support/messages/english';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { deliverMailsTo } from '../../support/people/mail';
import { createForwardedReport } from '../../support/reports/report-factories';
import { behindProxy } from '../../support/services/behind-proxy';
import { whileCut } from '../../support/services/breakable-proxy';

// Mail goes through a proxy that the tests can cut.
const smtp = await behindProxy('SMTP_URL');

let patient: Person;

beforeEach(async () => {
  await database().outboxJob.deleteMany();
  patient = await createPatient();
});

const rowsOf = ({ actor }: Person) =>
  database().notification.findMany({
    where: { accountId: actor.accountId },
    orderBy: { createdAt: 'asc' },
  });

const notifyPatient = (kind: 'report-sealed' | 'report-opened', once?: string) =>
  inTransaction((tx) =>
    notify(tx, {
      ...{ accountId: patient.actor.accountId, kind },
      ...(once !== undefined && { once }),
    }),
  );

const makeDue = () =>
  database().outboxJob.updateMany({ data: { runAfter: new Date(Date.now() - 60_000) } });

describe('an event', () => {
  it('is one row and one mail, both in the transaction of the change', async () => {
    const doctor = await createDoctor();
    const reportId = await createForwardedReport({ doctor, patient });
    expect(await rowsOf(patient)).toMatchObject([
      { kind: 'report-to-review', refId: reportId, readAt: null, reports: null },
    ]);
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
    await approveReport(patient.actor, reportId);
    await expect(approveReport(patient.actor, reportId)).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await rowsOf(doctor)).toMatchObject([{ kind: 'report-approved', refId: reportId }]);
    expect(await deliverMailsTo(doctor.actor.email)).toHaveLength(1);
  });

  it('is neither where the change is undone', async () => {
    const undone = inTransaction(async (tx) => {
      await notify(tx, { accountId: patient.actor.accountId, kind: 'report-sealed' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await rowsOf(patient)).toEqual([]);
    expect(await database().outboxJob.count()).toBe(0);
  });

  it('is one row however often it is met', async () => {
    await Promise.all([1, 2, 3].map(() => notifyPatient('report-opened', 'today')));
    await notifyPatient('report-opened', 'tomorrow');
    await notifyPatient('report-opened');
    await notifyPatient('report-opened');
    expect(await rowsOf(patient)).toHaveLength(4);
  });

  it('of somebody whose account is gone, or waits or is suspended, is skipped or kept for later', async () => {
    const suspended = await createDoctor({ status: 'SUSPENDED' });
    await inTransaction((tx) =>
      notify(
        tx,
        [randomUUID(), suspended.actor.accountId, patient.actor.accountId].map((accountId) => ({
          ...{ accountId, kind: 'password-changed' as const, mail: null },
        })),
      ),
    );
    expect(await rowsOf(suspended)).toHaveLength(1);
    expect(await rowsOf(patient)).toHaveLength(1);
    const gone = await createPatient({ status: 'UNCONFIRMED' });
    const { accountId } = gone.actor;
    await inTransaction((tx) => notify(tx, { accountId, kind: 'report-sealed' }));
    await database().account.delete({ where: { id: accountId } });
    expect(await rowsOf(gone)).toEqual([]);
  });

  it('does not wait for another event of the same person', async () => {
    const { accountId } = patient.actor;
    await inTransaction(async (tx) => {
      await notify(tx, { accountId, kind: 'report-sealed', once: 'first' });
      await notifyPatient('report-sealed', 'second');
    });
    expect(await rowsOf(patient)).toHaveLength(2);
  });

  it('for administrators reaches each whose account is active', async () => {
    const people = await Promise.all(Array.from({ length: 3 }, () => createAdmin()));
    await inTransaction((tx) => notifyAdministrators(tx, { kind: 'doctor-waiting', once: 'd' }));
    for (const person of people) expect(await rowsOf(person)).toHaveLength(1);
    const suspended = await createAdmin({ status: 'SUSPENDED' });
    await inTransaction((tx) => notifyAdministrators(tx, { kind: 'doctor-waiting', once: 'e' }));
    expect(await rowsOf(suspended)).toEqual([]);
  });
});

describe('the mail', () => {
  it('is left out where the person chose so, for this group alone', async () => {
    const doctor = await createDoctor();
    await changeMailPreference(patient.actor, { group: 'reports', mail: false });
    await createForwardedReport({ doctor, patient });
    await inTransaction((tx) =>
      queueSecurityNotice(tx, patient.actor, { kind: 'password-changed' }),
    );
    expect((await rowsOf(patient)).map(({ kind }) => kind)).toEqual([
      'report-to-review',
      'password-changed',
    ]);
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      t('accounts.securityNotice.passwordChanged.subject'),
    ]);
    await changeMailPreference(patient.actor, { group: 'reports', mail: true });
    await createForwardedReport({ doctor, patient });
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(2);
  });

  it('about security cannot be switched off, nor a group of another role', async () => {
    const { accountId } = patient.actor;
    for (const group of ['security', 'decisions'] as const) {
      await expect(
        changeMailPreference(patient.actor, { group, mail: false }),
      ).rejects.toMatchObject({ code: 'invalid-input' });
    }
    // Not even by a row that should not be there.
    await database().mailPreference.create({
      data: { accountId, noticeGroup: 'security', mail: false },
    });
    expect(await readMailPreferences(patient.actor)).toContainEqual({
      ...{ group: 'security', mail: true, isFixed: true },
    });
    await inTransaction((tx) =>
      queueSecurityNotice(tx, patient.actor, { kind: 'password-changed' }),
    );
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });

  it('names where to choose the mails', async () => {
    await createForwardedReport({ doctor: await createDoctor(), patient });
    const [mail] = await deliverMailsTo(patient.actor.email);
    expect(mail?.text).toContain('/patient/notifications/settings');
    expect(mail?.html).toContain('/patient/notifications/settings');
  });

  it('without a text of its own is the sentence, unless it was read before', async () => {
    await notifyPatient('report-sealed');
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
    await changeMailPreference(patient.actor, { group: 'sealed', mail: true });
    await notifyPatient('report-sealed', 'read');
    await database().notification.updateMany({ data: { readAt: new Date() } });
    await notifyPatient('report-sealed', 'unread');
    await notifyPatient('report-sealed', 'unread');
    const mails = await deliverMailsTo(patient.actor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe(t('notifications.mail.subject.sealed'));
  });

  it('comes later, once, when the mail server is away; the bell has it now', async () => {
    await whileCut(smtp, async () => {
      await createForwardedReport({ doctor: await createDoctor(), patient });
      expect(await rowsOf(patient)).toHaveLength(1);
      expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
    });
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
    await makeDue();
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
    expect(await rowsOf(patient)).toHaveLength(1);
  });
});

describe('a reminder', () => {
  const hours = () => ({
    accountId: patient.actor.accountId,
    from: new Date(Date.now() - HOUR_MS).toISOString(),
    until: new Date(Date.now() + HOUR_MS).toISOString(),
    timeZone: 'Asia/Nicosia',
  });

  it('is one row and one mail even when its job runs twice', async () => {
    const payload = hours();
    const job = { id: 1n, locale: 'en' } as const;
    await remindOfFees(payload, job);
    await remindOfFees(payload, job);
    expect(await rowsOf(patient)).toMatchObject([{ kind: 'fee-hours' }]);
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });

  it('is only a row for who does without the mail, and nothing after its hours', async () => {
    await changeMailPreference(patient.actor, { group: 'reminders', mail: false });
    const job = { id: 1n, locale: 'en' } as const;
    await remindOfFees(hours(), job);
    await remindOfFees({ ...hours(), until: new Date(Date.now() - HOUR_MS).toISOString() }, job);
    expect(await rowsOf(patient)).toHaveLength(1);
    expect(await deliverMailsTo(patient.actor.email)).toEqual([]);
  });

  it('that the version before has queued is still mailed', async () => {
    await storeForecast();
    await inTransaction((tx) => enqueueJob(tx, 'mail-fee-reminder', hours()));
    expect(await deliverMailsTo(patient.actor.email)).toHaveLength(1);
  });
});
