import { beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { checkGuestLink } from '@/sharing/guest/check-guest-link';
import { MAX_FAILED_CODES } from '@/sharing/guest/guest-limits';
import { readGuestReport } from '@/sharing/guest/read-guest-report';
import { redeemGuestCode } from '@/sharing/guest/redeem-guest-code';
import { requestGuestCode } from '@/sharing/guest/request-guest-code';
import { deliverMailsTo } from '../../../support/people/mail';
import {
  codeFor,
  codeIn,
  grantOf,
  guestActions,
  letCodePausePass,
  shareReport,
  type SharedReport,
} from '../../../support/reports/shared-report';
import { t } from '../../../support/messages/english';
import { sentencePattern } from '../../../support/messages/sentence-pattern';

let shared: SharedReport;

beforeEach(async () => {
  shared = await shareReport();
});

/** A code that differs from the right one. */
function wrong(code: string, by = 1): string {
  return String((Number(code) + by) % 1e8).padStart(8, '0');
}

function outcomes(results: PromiseSettledResult<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const outcome = result.status === 'fulfilled' ? 'opened' : codeOf(result.reason);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

function codeOf(reason: unknown): string {
  return reason instanceof Error && 'code' in reason ? String(reason.code) : String(reason);
}

describe('a code', () => {
  it('is mailed in text and HTML, is stored only as a keyed hash, and opens a session', async () => {
    const code = await codeFor(shared);
    const mail = (await deliverMailsTo(shared.email)).at(-1);
    expect(mail?.html).toContain(code);
    const patient = shared.patient.actor.displayName;
    expect(mail?.subject).toBe(t('sharing.guestCodeMail.subject', { patient }));
    expect(mail?.text).toContain(t('sharing.guestCodeMail.reason', { patient }));
    expect(`${mail?.text} ${mail?.html}`).not.toMatch(/pressure|covid/i);
    const { codeHash } = await grantOf(shared);
    expect(codeHash).toHaveLength(32);
    expect(Buffer.from(codeHash ?? []).toString('latin1')).not.toContain(code);

    const session = await redeemGuestCode(shared.token, code);
    const minutes = (session.expiresAt.getTime() - Date.now()) / MINUTE_MS;
    expect(minutes).toBeGreaterThan(14.9);
    expect(minutes).toBeLessThanOrEqual(15);
    expect(await readGuestReport(session.token)).toMatchObject({
      patientName: shared.patient.actor.displayName,
    });
    expect((await grantOf(shared)).failedCodes).toBe(0);
  });

  it('is single use', async () => {
    const code = await codeFor(shared);
    await redeemGuestCode(shared.token, code);
    await expect(redeemGuestCode(shared.token, code)).rejects.toMatchObject({
      code: 'code-expired',
    });
    const { id } = await grantOf(shared);
    expect(await database().guestSession.count({ where: { grantId: id } })).toBe(1);
  });

  it('opens one session when it is entered many times at the same time', async () => {
    const code = await codeFor(shared);
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => redeemGuestCode(shared.token, code)),
    );
    expect(outcomes(results)).toEqual({ opened: 1, 'code-expired': 19 });
    const { id, failedCodes } = await grantOf(shared);
    expect(await database().guestSession.count({ where: { grantId: id } })).toBe(1);
    expect(failedCodes).toBe(0);
  });

  it('is invalidated by the next one', async () => {
    const first = await codeFor(shared);
    await letCodePausePass(shared);
    const second = await codeFor(shared);
    expect(second).not.toBe(first);
    await expect(redeemGuestCode(shared.token, first)).rejects.toMatchObject({
      code: 'code-wrong',
    });
    const session = await redeemGuestCode(shared.token, second);
    expect(session.token).toMatch(/^[\w-]{43}$/);
  });

  it('expires after ten minutes, and an attempt after that is not counted', async () => {
    const code = await codeFor(shared);
    const { codeExpiresAt } = await grantOf(shared);
    const minutes = ((codeExpiresAt?.getTime() ?? 0) - Date.now()) / MINUTE_MS;
    expect(minutes).toBeGreaterThan(9.9);
    expect(minutes).toBeLessThanOrEqual(10);
    await database().grant.updateMany({ data: { codeExpiresAt: new Date(Date.now() - 60_000) } });
    await expect(redeemGuestCode(shared.token, code)).rejects.toMatchObject({
      code: 'code-expired',
    });
    expect((await grantOf(shared)).failedCodes).toBe(0);
  });

  it('of one link does not open another', async () => {
    const other = await shareReport();
    const code = await codeFor(shared);
    await codeFor(other);
    await expect(redeemGuestCode(other.token, code)).rejects.toMatchObject({ code: 'code-wrong' });
    expect((await grantOf(shared)).failedCodes).toBe(0);
  });

  it('is not mailed more than once a minute, also when it is requested at the same time', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => requestGuestCode(shared.token)),
    );
    expect(outcomes(results)).toEqual({ opened: 1, 'too-many-requests': 9 });
    const mails = await deliverMailsTo(shared.email);
    expect(
      mails.filter(({ subject }) => sentencePattern('sharing.guestCodeMail.subject').test(subject)),
    ).toHaveLength(1);
  });

  it('is mailed once when the guest requests another while the first is queued', async () => {
    await requestGuestCode(shared.token);
    await letCodePausePass(shared);
    await requestGuestCode(shared.token);
    const mails = await deliverMailsTo(shared.email);
    const codes = mails.filter(({ subject }) =>
      sentencePattern('sharing.guestCodeMail.subject').test(subject),
    );
    expect(codes).toHaveLength(1);
    await expect(redeemGuestCode(shared.token, codeIn(codes[0]))).resolves.toBeDefined();
  });
});

describe('wrong codes', () => {
  it('are counted, and a right one in between is not', async () => {
    const code = await codeFor(shared);
    await expect(redeemGuestCode(shared.token, wrong(code))).rejects.toMatchObject({
      code: 'code-wrong',
      message: t('sharing.redeemGuestCode.wrong', { triesLeft: 9 }),
    });
    await redeemGuestCode(shared.token, code);
    expect((await grantOf(shared)).failedCodes).toBe(1);
    expect(await guestActions(shared)).toEqual([
      'guest.link-mailed',
      'guest.code-mailed',
      'guest.code-wrong',
      'guest.session-opened',
    ]);
  });

  it('never exceed the cap, however many are guessed at the same time', async () => {
    const code = await codeFor(shared);
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, guess) =>
        redeemGuestCode(shared.token, wrong(code, guess + 1)),
      ),
    );
    expect(outcomes(results)).toEqual({
      'code-wrong': MAX_FAILED_CODES - 1,
      // The last attempt locks the link; later ones find it locked.
      'code-cap': 50 - MAX_FAILED_CODES + 1,
    });
    expect((await grantOf(shared)).failedCodes).toBe(MAX_FAILED_CODES);
    const actions = await guestActions(shared);
    expect(actions.filter((action) => action === 'guest.code-wrong')).toHaveLength(9);
    expect(actions.filter((action) => action === 'guest.code-cap-reached')).toHaveLength(1);
  });

  it('lock the link for good: the right code is rejected and no other is mailed', async () => {
    const code = await codeFor(shared);
    await database().grant.updateMany({ data: { failedCodes: MAX_FAILED_CODES } });
    await letCodePausePass(shared);
    await expect(redeemGuestCode(shared.token, code)).rejects.toMatchObject({ code: 'code-cap' });
    await expect(requestGuestCode(shared.token)).rejects.toMatchObject({ code: 'code-cap' });
    expect(await checkGuestLink(shared.token)).toEqual({ outcome: 'code-cap' });
  });
});
