import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { POST as logIn } from '@/app/api/accounts/session/route';
import { defineRoute } from '@/app/api/define-route';
import { readBody } from '@/app/api/read-body';
import { env } from '@/platform/env';
import { t } from '../../support/messages/english';

const NO_PARAMS = { params: Promise.resolve({}) };
const MEGABYTE = 1_048_576;

const echo = defineRoute({
  summary: 'Answers with the length of a text.',
  who: 'anyone',
  limit: { calls: 1_000, minutes: 1, countedIn: 'process' },
  bodyCap: 2_048,
  body: z.object({ text: z.string() }),
  run: ({ body }) => Promise.resolve({ length: body.text.length }),
});
const undeclared = defineRoute({
  summary: 'Answers with the length of a text.',
  who: 'anyone',
  limit: { calls: 1_000, minutes: 1, countedIn: 'process' },
  body: z.object({ text: z.string() }),
  run: ({ body }) => Promise.resolve({ length: body.text.length }),
});

/** Counts what is taken out of it. */
function endlessBody(chunkBytes: number) {
  const taken = { bytes: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunkBytes;
      controller.enqueue(new Uint8Array(chunkBytes).fill(0x20));
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  return { stream, taken };
}

function post(body: BodyInit, headers: Record<string, string> = {}): NextRequest {
  return new NextRequest(`${env().APP_URL}/api/echo`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: new URL(env().APP_URL).origin,
      ...headers,
    },
    body,
    duplex: 'half',
  });
}

const textOf = (bytes: number) =>
  JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) });

describe('the body of a request', () => {
  it('may be as long as its route declares, to the byte', async () => {
    const answer = await echo(post(textOf(2_048)), NO_PARAMS);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ length: 2_048 - 11 });
  });

  it('is refused one byte beyond, with the size that is accepted', async () => {
    const answer = await echo(post(textOf(2_049)), NO_PARAMS);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({
      code: 'body-too-large',
      detail: t('app.api.bodyTooLarge', { kilobytes: '2' }),
    });
  });

  it('has a default cap where the route declares none', async () => {
    expect((await undeclared(post(textOf(16_384)), NO_PARAMS)).status).toBe(200);
    expect((await undeclared(post(textOf(16_385)), NO_PARAMS)).status).toBe(413);
  });

  it('is not read at all when its announced length is too large', async () => {
    const { stream, taken } = endlessBody(1_024);
    const announced = { 'content-length': String(60 * MEGABYTE) };
    const answer = await echo(post(stream, announced), NO_PARAMS);
    expect(answer.status).toBe(413);
    // What the stream buffers before it is read.
    expect(taken.bytes).toBeLessThanOrEqual(2 * 1_024);
  });

  it('without an end is cut off', async () => {
    const { stream, taken } = endlessBody(65_536);
    const answer = await echo(post(stream), NO_PARAMS);
    expect(answer.status).toBe(413);
    expect(taken.cancelled).toBe(true);
    expect(taken.bytes).toBeLessThan(6 * MEGABYTE);
  });

  it('that is no UTF-8 is refused, not repaired', async () => {
    const bytes = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff]), Buffer.from('"}')]);
    const answer = await echo(post(bytes), NO_PARAMS);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ detail: t('app.api.notJson') });
  });

  it('of a log-in is capped too', async () => {
    const answer = await logIn(post(textOf(20_000)), NO_PARAMS);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'body-too-large' });
  });
});

describe('a sender over a real connection', () => {
  it('gets the answer although it sends a megabyte without announcing it', async () => {
    const server = createServer((incoming, outgoing) => {
      // The type of Node.js's own web streams differs from the browser's in name alone.
      const body = Readable.toWeb(incoming) as ReadableStream<Uint8Array<ArrayBuffer>>;
      readBody(post(body), 1_024).then(
        () => outgoing.end('accepted'),
        () => outgoing.writeHead(413).end('refused'),
      );
    });
    const port = await listen(server);
    try {
      const sending = request({ host: '127.0.0.1', port, method: 'POST' });
      const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
      for (let part = 0; part < 16; part += 1) sending.write(Buffer.alloc(65_536));
      sending.end();
      const [answer] = await answered;
      expect(answer.statusCode).toBe(413);
      expect(await text(answer)).toBe('refused');
    } finally {
      server.close();
    }
  });
});

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
