import { afterEach, expect, it, vi } from 'vitest';
import { database } from '@/platform/database/database';
import { DAY_MS, MINUTE_MS } from '@/platform/time/durations';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { requestGuestCode } from '@/sharing/guest/request-guest-code';
import { changeViewers, openSessionFor, shareReport } from '../../../support/reports/shared-report';
import { moveClock } from '../../../support/movable-clock';
import { chain, mine } from '../../../support/chain/test-chain';

vi.mock('@/platform/database/database-now', () => import('../../../support/movable-clock'));

afterEach(() => {
  moveClock(0);
});

function soon(): string {
  return new Date(Date.now() + 10 * MINUTE_MS).toISOString();
}

it('expires a permission by our clock, even when the chain has no newer block', async () => {
  const shared = await shareReport({ expiresAt: soon() });
  const session = await openSessionFor(shared);
  expect((await readGuestReport(session)).pdf.length).toBeGreaterThan(1_000);

  moveClock(11 * MINUTE_MS);
  await expect(readGuestReport(session)).rejects.toMatchObject({ code: 'grant-expired' });
  // An old link is no violation.
  const where = { reportId: shared.reportId };
  expect(await database().violation.count({ where })).toBe(0);
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-expired' });
  await expect(requestGuestCode(shared.token)).rejects.toMatchObject({ code: 'grant-expired' });
});

it('expires a session after 15 minutes, although the permission is valid', async () => {
  const shared = await shareReport();
  const session = await openSessionFor(shared);
  moveClock(14 * MINUTE_MS);
  await readGuestReport(session);
  moveClock(16 * MINUTE_MS);
  await expect(readGuestReport(session)).rejects.toMatchObject({ code: 'guest-session-over' });
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
});

// Last: the chain's clock cannot be turned back.
it('expires a permission by the chain’s clock, and a later end reopens the same link', async () => {
  const shared = await shareReport({ expiresAt: new Date(Date.now() + DAY_MS).toISOString() });
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
  await chain().send('evm_increaseTime', [2 * 24 * 3_600]);
  await mine();
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'grant-expired' });

  await changeViewers(shared, [{ email: shared.email, expiresAt: null }]);
  expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'ready' });
});
