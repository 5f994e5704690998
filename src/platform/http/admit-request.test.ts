import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitRequest } from './admit-request';
import { readRoutes } from '@/platform/requests/find-route';
import { t } from '../../../test/support/messages/english';

const findRoute = readRoutes({
  '/api/reports': { post: {} },
  '/api/patients/{accountId}': { get: {} },
  '/api/patients/search': { post: {} },
});

let server: Server;
let trustedProxies = 0;

beforeAll(async () => {
  // Answers with the request as it arrives behind it.
  server = createServer((incoming, outgoing) => {
    if (!admitRequest(incoming, outgoing, { trustedProxies, findRoute })) return;
    const { url, headers } = incoming;
    outgoing.end(JSON.stringify({ url, from: headers['x-forwarded-for'] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(() => server.close());

/** Sends a path as it is: fetch would tidy it. */
async function send(path: string, method = 'GET', headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const sending = request({ host: '127.0.0.1', port, path, method, headers });
  sending.end();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

type Answer = Awaited<ReturnType<typeof send>>;

function expectProblem(answer: Answer, status: number, code: string): void {
  expect(answer).toMatchObject({
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    },
  });
  expect(JSON.parse(answer.body)).toMatchObject({ status, code });
}

describe('the path of a request', () => {
  it.each([
    ['/login', '/login'],
    ['//login', '/login'],
    ['/patient///reports?x=//y', '/patient/reports?x=//y'],
    [String.raw`/\evil.example/x`, '/evil.example/x'],
    ['http://elsewhere.example/login?x=1', '/login?x=1'],
  ])('%s arrives as %s', async (path, url) => {
    const { status, body } = await send(path);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ url });
  });

  it.each([
    '/guest%23SECRET',
    '//guest%23SECRET',
    '/guest//%23SECRET',
    String.raw`/\guest%23SECRET`,
    'http://elsewhere.example//guest%23SECRET',
  ])('%s leads to the page with the secret in its fragment, once', async (path) => {
    const { status, headers } = await send(path);
    expect(status).toBe(303);
    expect(headers).toMatchObject({
      location: '/guest#SECRET',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it('whose secret is followed by a slash leads there as well', async () => {
    expect((await send('/guest%23SECRET/')).headers.location).toBe('/guest#SECRET/');
  });

  it.each(['/%', '/verify/%E0%A4%A', '/api/reports/%zz', '/_next/static/%c0%af'])(
    '%s, which cannot be decoded, is refused',
    async (path) => {
      expectProblem(await send(path), 400, 'invalid-input');
    },
  );

  it('that cannot be decoded is refused with a page where a browser asks', async () => {
    const { status, headers, body } = await send('/guest%2', 'GET', { accept: 'text/html,*/*' });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain(t('platform.admitRequest.damagedAddress'));
    expect(body).not.toContain(t('platform.plainPage.tryAgain'));
    const nonce = /<style nonce="([^"]+)">/.exec(body)?.[1];
    expect(headers['content-security-policy']).toContain(`'nonce-${String(nonce)}'`);
  });

  it('that is a part of the API, or a file of the build, is not mended', async () => {
    for (const path of ['/api/reports.', '/_next/static/x.']) {
      expect(JSON.parse((await send(path)).body)).toMatchObject({ url: path });
    }
  });
});

describe('the method of a request', () => {
  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s is refused for a page, before its body is read',
    async (method) => {
      for (const path of ['/', '/login', '/apis', '/_next/static/x.js']) {
        const answer = await send(path, method);
        expectProblem(answer, 405, 'method-not-allowed');
        expect(answer.headers.allow).toBe('GET, HEAD');
      }
    },
  );

  it('of a form that a page’s script did not send is refused with a page', async () => {
    const { status, body } = await send('/login', 'POST', { accept: 'text/html' });
    expect(status).toBe(405);
    expect(body).toContain(t('platform.admitRequest.pageNotLoaded'));
    expect(body).toContain(t('platform.plainPage.tryAgain'));
  });

  it('is refused for a route that has others', async () => {
    const refused = await send('/api/reports', 'DELETE');
    expectProblem(refused, 405, 'method-not-allowed');
    expect(refused.headers.allow).toBe('POST, OPTIONS');
    const opened = await send('/api/reports', 'GET', { accept: 'text/html' });
    expect(opened.body).toContain(t('errors.method-not-allowed'));
    const { headers } = await send('/api/patients/7', 'PUT');
    expect(headers.allow).toBe('GET, HEAD, OPTIONS');
    // The route without a parameter is the one that answers.
    expect((await send('/api/patients/search')).headers.allow).toBe('POST, OPTIONS');
  });

  it('goes through where the route has it, and where no route is', async () => {
    for (const [path, method] of [
      ['/api/reports', 'POST'],
      ['/api/patients/7', 'HEAD'],
      ['/api/patients/search', 'OPTIONS'],
      ['/api/no/such/route', 'DELETE'],
      ['/login', 'HEAD'],
    ] as const) {
      expect((await send(path, method)).status, path).toBe(200);
    }
  });

  it.each(['TRACE', 'PROPFIND'])('%s is refused everywhere', async (method) => {
    for (const path of ['/', '/api/reports', '/api/no/such/route']) {
      expectProblem(await send(path, method), 405, 'method-not-allowed');
    }
  });
});

describe('the sender of a request', () => {
  const claimed = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
  const senderOf = async (headers: Record<string, string>) =>
    (JSON.parse((await send('/login', 'GET', headers)).body) as { from: string }).from;

  it('is the other end of the connection, whatever it claims', async () => {
    trustedProxies = 0;
    expect(await senderOf(claimed)).toBe('127.0.0.1');
    expect(await senderOf({})).toBe('127.0.0.1');
  });

  it('is who a proxy of ours saw', async () => {
    trustedProxies = 1;
    expect(await senderOf(claimed)).toBe('203.0.113.7');
    expect(await senderOf({})).toBe('127.0.0.1');
  });
});
