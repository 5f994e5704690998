import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { database } from '@/platform/database/database';
import { log } from '@/platform/logger';
import { HOUR_MS } from '@/platform/time/durations';
import { findGuestSession } from '@/sharing/guest/find-guest-session';
import { redeemGuestCode } from '@/sharing/guest/redeem-guest-code';
import {
  codeFor,
  grantOf,
  letCodePausePass,
  openSessionFor,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';

/** A guest who can write to the database and lacks the keyring; the other's report was shared with somebody else. */
let own: SharedReport;
let other: SharedReport;

beforeAll(async () => {
  [own, other] = [await shareReport(), await shareReport()];
});

beforeEach(async () => {
  vi.spyOn(log(), 'error').mockReturnValue();
  await letCodePausePass(own);
});

const OVER = { code: 'guest-session-over' };

describe('a guest’s session', () => {
  it('is none when somebody writes the row of one', async () => {
    const { id: grantId } = await grantOf(other);
    const token = randomBytes(32).toString('base64url');
    const tokenHash = Uint8Array.from(createHash('sha256').update(token).digest());
    const expiresAt = new Date(Date.now() + HOUR_MS);
    await database().guestSession.create({ data: { grantId, tokenHash, expiresAt } });
    await expect(findGuestSession(token)).rejects.toMatchObject(OVER);
  });

  it('opens its own report only, and no longer than it was made for', async () => {
    const session = await openSessionFor(own);
    expect((await findGuestSession(session)).reportId).toBe(own.reportId);
    const { id } = await grantOf(own);
    const where = { grantId: id };
    const row = await database().guestSession.findFirstOrThrow({ where });

    const expiresAt = new Date(Date.now() + HOUR_MS);
    await database().guestSession.updateMany({ where, data: { expiresAt } });
    await expect(findGuestSession(session)).rejects.toMatchObject(OVER);

    const { id: grantId } = await grantOf(other);
    const moved = { expiresAt: row.expiresAt, grantId };
    await database().guestSession.updateMany({ where, data: moved });
    await expect(findGuestSession(session)).rejects.toMatchObject(OVER);

    await database().guestSession.update({ where: { id: row.id }, data: { grantId: id } });
    expect((await findGuestSession(session)).reportId).toBe(own.reportId);
  });

  it('opens nothing when its grant is moved to another report and viewer, nor does a mailed code', async () => {
    const session = await openSessionFor(own);
    await letCodePausePass(own);
    const code = await codeFor(own);
    const grant = await grantOf(own);
    const { tag } = await grantOf(other);
    // The row of the real viewer is in the way.
    await database().grant.update({
      where: { id: (await grantOf(other)).id },
      data: { tag: Uint8Array.from(randomBytes(27)) },
    });
    const { id, reportId } = grant;
    await database().grant.update({ where: { id }, data: { reportId: other.reportId, tag } });
    await expect(findGuestSession(session)).rejects.toMatchObject(OVER);
    await expect(redeemGuestCode(own.token, code)).rejects.toMatchObject({ code: 'code-wrong' });
    await database().grant.update({ where: { id }, data: { reportId, tag: grant.tag } });
    expect((await redeemGuestCode(own.token, code)).token).toMatch(/^[\w-]{43}$/);
  });
});
