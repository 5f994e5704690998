import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { freezeAccount } from '@/accounts/freeze/freeze-account';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { countUnread } from '@/notifications/count-unread';
import { hasUnreadAbout } from '@/notifications/has-unread-about';
import { listNotifications, newestNotifications } from '@/notifications/list-notifications';
import { markRead } from '@/notifications/mark-read';
import { NOTICE_KINDS, type NoticeKind } from '@/notifications/notice-kinds';
import { sweepNotifications } from '@/notifications/sweep-notifications';
import { database, inTransaction } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { describeNotices } from '@/reports/notices/describe-notices';
import { t } from '../../support/messages/english';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { setUpTotp } from '../../support/people/factors';
import { createForwardedReport } from '../../support/reports/report-factories';

let patient: Person;
let other: Person;

beforeEach(async () => {
  [patient, other] = [await createPatient(), await createPatient()];
});

/** Notifications, two of each minute; the last one is newest. */
async function make({ actor }: Person, count: number, kind: NoticeKind = 'report-sealed') {
  const begin = Date.now() - count * 60_000;
  const ids = Array.from({ length: count }, () => randomUUID());
  const rows = ids.map((id, index) => ({
    ...{ id, accountId: actor.accountId, kind },
    createdAt: new Date(begin + Math.floor(index / 2) * 60_000),
  }));
  // Of one minute, the greater id counts as newer.
  rows.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
  await database().notification.createMany({ data: rows });
  return rows.map(({ id }) => id);
}

const readAt = async (id: string) =>
  (await database().notification.findUniqueOrThrow({ where: { id } })).readAt;

describe('the bell', () => {
  it('counts what is unread, up to a hundred', async () => {
    expect(await countUnread(patient.actor)).toBe(0);
    await make(patient, 3);
    await make(other, 1);
    expect(await countUnread(patient.actor)).toBe(3);
    await make(patient, 120);
    expect(await countUnread(patient.actor)).toBe(100);
  });

  it('shows the newest; its page shows all, page by page', async () => {
    const ids = (await make(patient, 45)).toReversed();
    await make(other, 2);
    const newest = await newestNotifications(patient.actor);
    expect(newest.map(({ id }) => id)).toEqual(ids.slice(0, newest.length));
    const first = await listNotifications(patient.actor, null);
    const second = await listNotifications(patient.actor, first.older);
    const third = await listNotifications(patient.actor, second.older);
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(ids);
    expect(third.older).toBeNull();
    expect((await listNotifications(patient.actor, third.newer)).rows).toEqual(second.rows);
  });

  it('leaves out a kind that only a later version knows', async () => {
    await database().notification.create({
      data: { accountId: patient.actor.accountId, kind: 'of-next-year' },
    });
    expect((await listNotifications(patient.actor, null)).rows).toEqual([]);
  });
});

describe('reading', () => {
  it('marks one, and in two tabs at once the first moment stays', async () => {
    const [id = '', left = ''] = await make(patient, 2);
    const answers = await Promise.all([1, 2].map(() => markRead(patient.actor, { id })));
    expect(answers).toEqual([{ unread: 1 }, { unread: 1 }]);
    const first = await readAt(id);
    expect(await markRead(patient.actor, { id })).toEqual({ unread: 1 });
    expect(await readAt(id)).toEqual(first);
    expect(await readAt(left)).toBeNull();
  });

  it('marks all that was shown, also when two tabs do it, and nothing newer', async () => {
    const ids = await make(patient, 30);
    const [theirs = ''] = await make(other, 1);
    const until = new Date().toISOString();
    const newer = await database().notification.create({
      data: {
        ...{ accountId: patient.actor.accountId, kind: 'report-sealed' },
        createdAt: new Date(Date.now() + 60_000),
      },
    });
    const answers = await Promise.all([1, 2].map(() => markRead(patient.actor, { until })));
    expect(answers).toContainEqual({ unread: 1 });
    for (const id of ids) expect(await readAt(id)).not.toBeNull();
    expect(await readAt(newer.id)).toBeNull();
    expect(await readAt(theirs)).toBeNull();
  });

  it('of a thing marks what is about it', async () => {
    const reportId = await createForwardedReport({ doctor: await createDoctor(), patient });
    await make(patient, 1);
    expect(await hasUnreadAbout(patient.actor, reportId)).toBe(true);
    expect(await hasUnreadAbout(other.actor, reportId)).toBe(false);
    await markRead(other.actor, { about: reportId });
    expect(await hasUnreadAbout(patient.actor, reportId)).toBe(true);
    expect(await markRead(patient.actor, { about: reportId })).toEqual({ unread: 1 });
    expect(await hasUnreadAbout(patient.actor, reportId)).toBe(false);
  });

  it('of another person’s notification is refused like one that does not exist', async () => {
    const [id = ''] = await make(other, 1);
    for (const unknown of [id, randomUUID()]) {
      await expect(markRead(patient.actor, { id: unknown })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
    expect(await readAt(id)).toBeNull();
  });
});

describe('a sentence', () => {
  it('is made when it is shown, names people, and leads to the page concerned', async () => {
    const doctor = await createDoctor({ name: 'Dr. Maria Georgiou', clinic: 'Kyrenia Practice' });
    const reportId = await createForwardedReport({ doctor, patient });
    const notices = await newestNotifications(patient.actor);
    expect(await describeNotices(patient.actor, notices, t)).toMatchObject([
      {
        sentence: t('notifications.sentence.report-to-review', {
          doctor: 'Dr. Maria Georgiou, Kyrenia Practice',
        }),
        href: `/patient/reports/${reportId}`,
        isRead: false,
      },
    ]);
    // A row that should not be there names nobody.
    const [theirs] = await describeNotices(other.actor, notices, t);
    expect(theirs?.sentence).not.toContain('Georgiou');
  });

  it('exists for every kind', async () => {
    const row = { id: randomUUID(), refId: null, viewers: null, readAt: null };
    const notices = Object.keys(NOTICE_KINDS).map((kind) => ({
      ...{ ...row, kind: kind as NoticeKind, reports: 2, createdAt: new Date() },
    }));
    for (const { sentence, href } of await describeNotices(patient.actor, notices, t)) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(href).toMatch(/^\/patient/);
    }
  });
});

describe('a person who may not act', () => {
  it('has no bell with a half-open session, or suspended', async () => {
    await setUpTotp(patient);
    const { sessionId } = await logIn({ email: patient.actor.email, password: patient.password });
    expect(await findLiveActor(sessionId)).toBeNull();
    const { accountId: id } = other.actor;
    expect(await findLiveActor(other.actor.sessionId)).not.toBeNull();
    await database().account.update({ where: { id }, data: { status: 'SUSPENDED' } });
    expect(await findLiveActor(other.actor.sessionId)).toBeNull();
  });

  it('has no bell while the account is frozen, and reads of it later', async () => {
    const { accountId } = patient.actor;
    const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'NOT_ME'));
    await freezeAccount(token, null);
    expect(await findLiveActor(patient.actor.sessionId)).toBeNull();
    expect(await newestNotifications(patient.actor)).toMatchObject([{ kind: 'account-frozen' }]);
  });
});

it('is kept until a year after it was read', async () => {
  const [unread = '', justRead = '', old = ''] = await make(patient, 3);
  const created = new Date(Date.now() - 800 * DAY_MS);
  await database().notification.updateMany({
    where: { id: { in: [unread, justRead, old] } },
    data: { createdAt: created },
  });
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
  await database().notification.update({ where: { id: justRead }, data: { readAt: daysAgo(364) } });
  await database().notification.update({ where: { id: old }, data: { readAt: daysAgo(366) } });
  expect(await sweepNotifications()).toBe(false);
  const left = await listNotifications(patient.actor, null);
  expect(left.rows.map(({ id }) => id).toSorted()).toEqual([unread, justRead].toSorted());
});
