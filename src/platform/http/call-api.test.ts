import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { callApi, onProofNeeded } from './call-api';
import { AppError } from '@/platform/errors';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { problemResponse } from './problem';
import { t } from '../../../test/support/messages/english';

let server: Server;
let calls = 0;
let proved = false;

/** Answers as a route that needs a fresh proof. */
beforeEach(async () => {
  calls = 0;
  proved = false;
  server = createServer((_request, response) => {
    calls += 1;
    if (proved) return response.writeHead(200).end('{"done":true}');
    const problem = problemResponse(new AppError('proof-needed'), DEFAULT_LOCALE);
    void problem.text().then((text) => response.writeHead(problem.status).end(text));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const real = globalThis.fetch;
  // A browser has an address of its own.
  vi.stubGlobal('fetch', (path: string, request: RequestInit) =>
    real(`http://127.0.0.1:${String(port)}${path}`, request),
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  server.close();
});

const act = () => callApi('POST', '/api/act', z.object({ done: z.boolean() }), { much: 1 });

describe('a call that needs a fresh proof', () => {
  it('asks for it and is then repeated', async () => {
    const stop = onProofNeeded(() => Promise.resolve((proved = true)));
    await expect(act()).resolves.toEqual({ done: true });
    expect(calls).toBe(2);
    stop();
  });

  it('is not repeated when the proof is not given, and reports that nothing was changed', async () => {
    const stop = onProofNeeded(() => Promise.resolve(false));
    await expect(act()).rejects.toMatchObject({
      code: 'proof-needed',
      message: t('platform.callApi.proofNotGiven'),
    });
    expect(calls).toBe(1);
    stop();
  });

  it('is refused where no one can be asked, and asks once only', async () => {
    await expect(act()).rejects.toMatchObject({ code: 'proof-needed' });
    const ask = vi.fn(() => Promise.resolve(true));
    const stop = onProofNeeded(ask);
    await expect(act()).rejects.toMatchObject({ code: 'proof-needed' });
    expect(ask).toHaveBeenCalledOnce();
    stop();
  });
});
