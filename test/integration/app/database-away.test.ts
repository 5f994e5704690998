import { NextRequest } from 'next/server';
import { afterAll, describe, expect, it } from 'vitest';
import { proxy } from '@/proxy';
import { startBreakableProxy, whileCut } from '../../support/services/breakable-proxy';
import { t } from '../../support/messages/english';

const database = await startBreakableProxy(process.env['DATABASE_URL'] ?? '');
const { port } = new URL(database.url);
const url = new URL(process.env['DATABASE_URL'] ?? '');
url.port = port;
process.env['DATABASE_URL'] = url.href;

afterAll(() => database.close());

const get = (path: string) => proxy(new NextRequest(`${process.env['APP_URL'] ?? ''}${path}`));

describe('while the database is away', () => {
  it('every page of a portal answers 503 with a time, and with the security headers', async () => {
    expect((await get('/patient')).status).toBe(200);
    await whileCut(database, async () => {
      for (const path of ['/patient', '/patient/reports/1', '/doctor', '/admin/doctors']) {
        const answer = await get(path);
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('10');
        const policy = answer.headers.get('content-security-policy') ?? '';
        const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
        const page = await answer.text();
        expect(page).toContain(t('errors.database-unavailable'));
        expect(page).toContain(`<style nonce="${nonce}">`);
      }
    });
    expect((await get('/patient')).status).toBe(200);
  });

  it('is asked once, however many wonder', async () => {
    expect((await get('/patient')).status).toBe(200);
    const before = database.opened();
    database.stall();
    const crowd = await Promise.all(Array.from({ length: 30 }, () => get('/patient')));
    expect(crowd.every(({ status }) => status === 503)).toBe(true);
    // One more at most, with which the driver ends the statement that hung.
    expect(database.opened()).toBeLessThanOrEqual(before + 1);
    // The connection that hung is given up, and another one is tried.
    expect((await get('/doctor')).status).toBe(503);
    expect(database.opened()).toBeLessThanOrEqual(before + 2);
    database.resume();
    expect((await get('/patient')).status).toBe(200);
  });

  it('answers again at once after a restart, by another connection', async () => {
    expect((await get('/patient')).status).toBe(200);
    await whileCut(database, () => Promise.resolve());
    expect((await get('/patient')).status).toBe(200);
  });

  it('public pages are shown, also those whose address begins alike', async () => {
    await whileCut(database, async () => {
      for (const path of ['/', '/login', '/verify', '/guest', '/patients-of-nobody']) {
        expect((await get(path)).status).toBe(200);
      }
    });
  });
});
