import { NextRequest } from 'next/server';
import { afterAll, describe, expect, it } from 'vitest';
import { proxy } from '@/proxy';
import { startBreakableProxy, whileCut } from '../../support/breakable-proxy';

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
        expect(page).toContain('Our database does not answer now.');
        expect(page).toContain(`<style nonce="${nonce}">`);
      }
    });
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
