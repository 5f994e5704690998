import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticFiles } from '@/platform/http/static-files';
import { compressStatic } from './compress-static';

const SCRIPT = 'export const answer = 42;\n'.repeat(100);

let folder: string;
let server: Server;

beforeAll(async () => {
  mkdirSync('.data', { recursive: true });
  folder = mkdtempSync('.data/static-files-');
  mkdirSync(join(folder, 'static/chunks'), { recursive: true });
  writeFileSync(join(folder, 'static/chunks/a.js'), SCRIPT);
  writeFileSync(join(folder, 'secret.js'), 'secret');
  await compressStatic(folder);
  const serve = staticFiles(join(folder, 'static'));
  server = createServer((request, response) => {
    serve(request, response, () => {
      response.statusCode = 418;
      response.end(request.url);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Asks with the path as it is: a URL would resolve its dots. */
async function ask(path: string, { accept = 'identity', method = 'GET' } = {}) {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const { port } = address;
  const options = { port, host: '127.0.0.1', path, method, headers: { 'accept-encoding': accept } };
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = get(options, resolve);
    request.on('error', reject);
  });
  return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
}

describe('the scripts of a build', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('are sent to a browser that accepts %s as %s', async (accept, encoding, decompress) => {
    const { status, headers, body } = await ask('/_next/static/chunks/a.js', { accept });
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(decompress(body).toString()).toBe(SCRIPT);
    expect(body.length).toBeLessThan(SCRIPT.length / 4);
  });

  it('are sent as they are to whoever accepts no compression, for browsers to keep', async () => {
    const { headers, body } = await ask('/_next/static/chunks/a.js');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
    expect(headers['cache-control']).toBe('public,max-age=31536000,immutable');
    expect(headers['content-type']).toBe('text/javascript');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    '/_next/static/chunks/missing.js',
    '/_next/static/chunks',
    '/_next/static/',
    '/_next/static/../secret.js',
    '/_next/static/..%2fsecret.js',
    '/_next/static/%',
    '/patient',
  ])('%s is passed on with its whole address', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(418);
    expect(body.toString()).toBe(path);
  });

  it('only answer questions that change nothing', async () => {
    expect((await ask('/_next/static/chunks/a.js', { method: 'POST' })).status).toBe(418);
  });
});
