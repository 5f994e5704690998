import { describe, expect, it } from 'vitest';
import { claimCall, sweepCallWindows } from '@/platform/http/call-windows';
import { database } from '@/platform/database/database';
import { isAppError } from '@/platform/errors';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { problemResponse } from '@/platform/http/problem';

const LIMIT = { calls: 10, minutes: 1 };

async function claims(caller: string, count: number): Promise<number> {
  const claimed = await Promise.allSettled(
    Array.from({ length: count }, () => claimCall('test', caller, LIMIT)),
  );
  for (const claim of claimed) {
    if (claim.status === 'rejected') {
      expect(isAppError(claim.reason, 'too-many-requests')).toBe(true);
    }
  }
  return claimed.filter(({ status }) => status === 'fulfilled').length;
}

async function endAllWindows(): Promise<void> {
  await database().callWindow.updateMany({ data: { endsAt: new Date(Date.now() - 60_000) } });
}

describe('a limit of calls', () => {
  it('holds for one caller, one call after the other', async () => {
    for (let call = 0; call < 10; call += 1) await claimCall('test', 'patient', LIMIT);
    await expect(claimCall('test', 'patient', LIMIT)).rejects.toMatchObject({
      code: 'too-many-requests',
    });
    const refusal: unknown = await claimCall('test', 'patient', LIMIT).catch(
      (error: unknown) => error,
    );
    const seconds = Number(problemResponse(refusal, DEFAULT_LOCALE).headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    await expect(claimCall('test', 'another', LIMIT)).resolves.toBeUndefined();
    await expect(claimCall('other thing', 'patient', LIMIT)).resolves.toBeUndefined();
  });

  it('holds under 50 parallel calls', async () => {
    expect(await claims('hasty', 50)).toBeLessThanOrEqual(10);
    expect(await claims('hasty', 1)).toBe(0);
  });

  it('starts again when the window has ended', async () => {
    await claims('back', 11);
    await endAllWindows();
    expect(await claims('back', 1)).toBe(1);
  });

  it('keeps no address, and nothing of windows that have ended', async () => {
    await claimCall('test', '203.0.113.7', LIMIT);
    const rows = await database().callWindow.findMany();
    expect(rows.map(({ id }) => Buffer.from(id).toString('latin1')).join()).not.toContain('203');
    await endAllWindows();
    await sweepCallWindows();
    expect(await database().callWindow.count()).toBe(0);
  });
});
