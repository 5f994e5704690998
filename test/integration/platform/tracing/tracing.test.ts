import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { askChain } from '@/platform/chain-rpc';
import { database, inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { readRoutes } from '@/platform/requests/find-route';
import { watchRequest } from '@/platform/requests/watch-request';
import { sendMail } from '@/platform/mail/mailer';
import { traced, traceRoot } from '@/platform/tracing/spans';
import { startTracing } from '@/platform/tracing/start-tracing';
import { traceIfAsked } from '@/platform/trace-if-asked';
import { getObject, putObject } from '@/vault/object-store';

const ADDRESS = 'ali.ahmed@mail.example';
const attribute = z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) });
const spanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z.array(attribute),
  status: z.object({ code: z.number().optional() }),
});
const exportSchema = z.object({
  resourceSpans: z.array(
    z.object({ scopeSpans: z.array(z.object({ spans: z.array(spanSchema) })) }),
  ),
});

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Takes OTLP over HTTP, as a collector does; what it took. */
async function startCollector() {
  const bodies: unknown[] = [];
  const origin = await listen(
    createServer((request, response) => {
      void json(request).then((body) => {
        bodies.push({ path: request.url, body });
        response.setHeader('content-type', 'application/json').end('{}');
      });
    }),
  );
  const spans = () =>
    bodies.flatMap((one) => {
      const { path, body } = z
        .object({ path: z.literal('/v1/traces'), body: exportSchema })
        .parse(one);
      expect(path).toBe('/v1/traces');
      return body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((s) => s.spans));
    });
  return { origin, bodies, spans };
}

async function useEverything(): Promise<void> {
  await database().account.findFirst({ where: { email: ADDRESS } });
  await inTransaction((tx) => tx.account.count());
  await putObject('a'.repeat(64), Buffer.from('x'));
  await getObject('a'.repeat(64));
  await askChain((rpc) => rpc.getBlockNumber());
  const texts = { subject: 'About Ali', text: 'Ali', html: 'Ali' };
  await sendMail({ to: ADDRESS, messageId: '<one@medanchor.example>', ...texts });
}

it('sends a span of a request and of each service that it used, with nothing of a person', async () => {
  const collector = await startCollector();
  const endTracing = startTracing(collector.origin, 'medanchor-test');
  const findRoute = readRoutes({ '/api/reports/{reportId}': { get: {} } });
  const origin = await listen(
    createServer((request, response) => {
      watchRequest(request, response, findRoute, () => {
        void useEverything().then(() => response.end());
      });
    }),
  );
  await fetch(`${origin}/api/reports/0195e0a4-7c1d-7b52-8a3e-3f6d2a1b9c00?name=Ali`);
  await endTracing();

  const spans = collector.spans();
  const root = spans.find(({ parentSpanId }) => (parentSpanId ?? '') === '');
  expect(root?.name).toBe('GET /api/reports/{reportId}');
  const children = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId);
  expect(children).toHaveLength(spans.length - 1);
  expect(new Set(children.map(({ name }) => name))).toEqual(
    new Set(['SELECT', 'COMMIT', 'S3 PutObject', 'S3 GetObject', 'Ethereum node', 'SMTP']),
  );
  expect(JSON.stringify(collector.bodies)).not.toMatch(/ali|0195e0a4/i);
});

it('marks what failed with its code, in the request and in a job', async () => {
  const collector = await startCollector();
  const endTracing = startTracing(`${collector.origin}/`, 'medanchor-test');
  const failing = traceRoot('job test', {}, () =>
    traced('step', {}, () => Promise.reject(new AppError('mail-unavailable'))),
  );
  await expect(failing).rejects.toThrow();
  await endTracing();
  const spans = collector.spans();
  expect(spans.map(({ name }) => name).sort()).toEqual(['job test', 'step']);
  for (const { status, attributes } of spans) {
    expect(status.code).toBe(2);
    const expected = { key: 'error.type', value: { stringValue: 'mail-unavailable' } };
    expect(attributes).toContainEqual(expected);
  }
});

it('measures no work that belongs to no request or job', async () => {
  const collector = await startCollector();
  const endTracing = startTracing(collector.origin, 'medanchor-test');
  await database().account.count();
  await endTracing();
  expect(collector.bodies).toEqual([]);
});

it('does nothing when no endpoint is set, and only one file loads OpenTelemetry, when asked', async () => {
  const endTracing = await traceIfAsked('medanchor-test');
  expect(await traceRoot('job', {}, () => traced('step', {}, () => Promise.resolve(7)))).toBe(7);
  await endTracing();

  const files = globSync(['src/**/*.{ts,tsx}', 'scripts/**/*.ts'], {
    exclude: ['src/generated/**'],
  });
  const mentions = (text: string | RegExp) =>
    files.filter((file) => readFileSync(file, 'utf8').search(text) !== -1);
  expect(mentions(/from '@opentelemetry/)).toEqual(['src/platform/tracing/start-tracing.ts']);
  expect(mentions(/from '[^']*start-tracing/)).toEqual([]);
  expect(mentions(/import\('[^']*start-tracing/)).toEqual(['src/platform/trace-if-asked.ts']);
});
