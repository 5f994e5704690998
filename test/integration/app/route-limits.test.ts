import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineRoute } from '@/app/api/define-route';
import { env } from '@/platform/env';
import { t } from '../../support/messages/english';

const limited = defineRoute({
  summary: 'Three calls a minute.',
  who: 'anyone',
  limit: { calls: 3, minutes: 1 },
  params: z.object({ id: z.string() }),
  run: ({ params }) => Promise.resolve(params),
});
const renamed = defineRoute({
  summary: 'The same route in other words.',
  who: 'anyone',
  limit: { calls: 3, minutes: 1 },
  run: () => Promise.resolve({ ok: true }),
});
const NO_PARAMETERS = { params: Promise.resolve({}) };
const plain = defineRoute({
  summary: 'Has no parameters.',
  who: 'anyone',
  limit: { calls: 3, minutes: 1, countedIn: 'process' },
  run: () => Promise.resolve({ ok: true }),
});

function get(path: string, from: string): NextRequest {
  return new NextRequest(`${env().APP_URL}${path}`, { headers: { 'x-forwarded-for': from } });
}

function call(id: string, from: string): Promise<Response> {
  const params = Promise.resolve({ id });
  return limited(get(`/api/limited/${encodeURIComponent(id)}`, from), { params });
}

const writing = defineRoute({
  summary: 'Writes.',
  who: 'anyone',
  limit: { calls: 100, minutes: 1 },
  run: () => Promise.resolve(undefined),
});

describe('a plain form', () => {
  const send = async (headers: Record<string, string>) => {
    const request = new NextRequest(`${env().APP_URL}/api/writing`, { method: 'POST', headers });
    return (await writing(request, { params: Promise.resolve({}) })).status;
  };

  it('of our own pages is taken, although they name no origin', async () => {
    expect(await send({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(204);
  });

  it.each([
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'null', 'sec-fetch-site': 'same-site' },
    { origin: 'null', 'sec-fetch-site': 'none' },
    { origin: 'https://elsewhere.example', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'same-origin' },
  ])('with %j is refused', async (headers) => {
    expect(await send(headers as Record<string, string>)).toBe(403);
  });
});

describe('the limit of a route', () => {
  it('counts calls with different parameters together', async () => {
    for (const id of ['one', 'two', 'dr. ömer'])
      expect((await call(id, '198.51.100.1')).status).toBe(200);
    const refused = await call('four', '198.51.100.1');
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      code: 'too-many-requests',
      detail: t('platform.callWindows.tooManyRequests', { minutes: 1 }),
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('holds for one network alone', async () => {
    for (let i = 0; i < 4; i += 1) await call('one', '198.51.100.2');
    expect((await call('one', '198.51.100.2')).status).toBe(429);
    expect((await call('one', '198.51.100.3')).status).toBe(200);
  });

  it('is counted for each path and method, whatever the summary of the route', async () => {
    for (let i = 0; i < 4; i += 1) await limited(get('/api/one', '198.51.100.5'), NO_PARAMETERS);
    expect((await limited(get('/api/one', '198.51.100.5'), NO_PARAMETERS)).status).toBe(429);
    expect((await limited(get('/api/two', '198.51.100.5'), NO_PARAMETERS)).status).not.toBe(429);
    const headers = { 'x-forwarded-for': '198.51.100.5', origin: env().APP_URL };
    const post = new NextRequest(`${env().APP_URL}/api/one`, { method: 'POST', headers });
    expect((await limited(post, NO_PARAMETERS)).status).not.toBe(429);
    // The same path and method is one count, though another declaration describes it otherwise.
    const described = await renamed(get('/api/one', '198.51.100.5'), NO_PARAMETERS);
    expect(described.status).toBe(429);
  });

  it('is counted where a route has no parameters, of which Next.js then hands none', async () => {
    // What Next.js does, against its types.
    const nothing = {} as Parameters<typeof plain>[1];
    for (let i = 0; i < 3; i += 1) {
      expect((await plain(get('/api/plain', '198.51.100.4'), nothing)).status).toBe(200);
    }
    expect((await plain(get('/api/plain', '198.51.100.4'), nothing)).status).toBe(429);
  });
});
