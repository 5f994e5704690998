import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { sweepExpiredCredentials } from '@/accounts/sessions/sweep-expired';
import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { sweepGuestSessions } from '@/sharing/guest/sweep-guest-sessions';
import { createPatient, type Person } from '../../support/people/factories';
import { grantOf, openSessionFor, shareReport } from '../../support/reports/shared-report';

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);

it('deletes credentials a week after their end, and unconfirmed registrations', async () => {
  const patient = await createPatient();
  const old = await createPatient({ status: 'UNCONFIRMED' });
  const young = await createPatient({ status: 'UNCONFIRMED' });
  const { accountId } = patient.actor;
  await database().session.updateMany({ where: { accountId }, data: { expiresAt: inDays(-8) } });
  const token = (name: string, expiresAt: Date) => ({
    tokenHash: Uint8Array.from(randomBytes(32)),
    purpose: 'RESET_PASSWORD' as const,
    accountId,
    expiresAt,
  });
  await database().accountToken.createMany({
    data: [token('long over', inDays(-8)), token('just over', inDays(-6))],
  });
  await database().account.update({
    where: { id: old.actor.accountId },
    data: { createdAt: inDays(-8) },
  });

  await sweepExpiredCredentials();

  expect(await database().session.count({ where: { accountId } })).toBe(0);
  expect(await database().accountToken.count({ where: { accountId } })).toBe(1);
  const left = await database().account.findMany({
    where: { id: { in: [accountId, old.actor.accountId, young.actor.accountId] } },
  });
  expect(left.map(({ id }) => id).sort()).toEqual([accountId, young.actor.accountId].sort());
  const keyOf = ({ actor }: Person) =>
    database().personKey.count({ where: { accountId: actor.accountId } });
  expect(await Promise.all([old, young].map(keyOf))).toEqual([0, 1]);
});

it('deletes guests’ sessions that are over, and no other', async () => {
  const shared = await shareReport();
  await openSessionFor(shared);
  const { id: grantId } = await grantOf(shared);
  await sweepGuestSessions();
  expect(await database().guestSession.count({ where: { grantId } })).toBe(1);
  await database().guestSession.updateMany({ where: { grantId }, data: { expiresAt: inDays(-1) } });
  await sweepGuestSessions();
  expect(await database().guestSession.count({ where: { grantId } })).toBe(0);
});
