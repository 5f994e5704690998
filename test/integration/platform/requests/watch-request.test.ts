import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { log } from '@/platform/logger';
import { requestDurations } from '@/platform/metrics';
import { readRoutes } from '@/platform/requests/find-route';
import { requestRecords } from '@/platform/requests/request-record';
import { watchRequest } from '@/platform/requests/watch-request';

const REPORT = '0195e0a4-7c1d-7b52-8a3e-3f6d2a1b9c00';
const findRoute = readRoutes({ '/api/reports/{reportId}': { get: {} } });
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    watchRequest(incoming, response, findRoute, () => {
      const record = requestRecords().getStore();
      if (record !== undefined) record.actor = 'doctor';
      response.statusCode = incoming.url?.includes('nowhere') === true ? 404 : 200;
      if (incoming.method === 'POST') response.statusCode = 405;
      response.end(record?.id);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => server.close());

/** The line that the log has of a request, and the answer's body. */
async function lineOf(path: string) {
  const info = vi.spyOn(log(), 'info');
  const body = await (await fetch(origin + path)).text();
  await vi.waitFor(() => expect(info).toHaveBeenCalled());
  const [line] = info.mock.calls[0] ?? [];
  info.mockRestore();
  return { line, body };
}

it('writes one line: the route, who asked, how long it took, under the answer’s id', async () => {
  const { line, body } = await lineOf(`/api/reports/${REPORT}?name=Ali`);
  expect(line).toEqual({
    requestId: body,
    route: '/api/reports/{reportId}',
    method: 'GET',
    status: 200,
    actor: 'doctor',
    milliseconds: expect.any(Number) as number,
    isWhole: true,
  });
});

it.each([
  [`/patient/reports/${REPORT}`, '/patient/reports/[id]'],
  ['/nowhere/ali.ahmed@mail.example', '[none]'],
])('writes nothing of a person: %s', async (path, route) => {
  expect((await lineOf(path)).line).toMatchObject({ route });
});

it.each(['//guest%23SECRET', '/a?b=//c'])('answers an odd address: %s', async (path) => {
  const sending = request(origin, { path });
  sending.end();
  const [answer] = (await once(sending, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  answer.resume();
});

it('counts the duration by route, method and status', async () => {
  await lineOf(`/api/reports/${REPORT}`);
  const { values } = await requestDurations().get();
  const count = values.find(
    ({ metricName, labels }) =>
      metricName?.endsWith('_count') === true && labels.route === '/api/reports/{reportId}',
  );
  expect(count?.value).toBeGreaterThanOrEqual(1);
});

it('keeps no more metrics, and no names, however many addresses strangers ask for', async () => {
  const size = async () => (await requestDurations().get()).values.length;
  const ask = (path: string) => fetch(origin + path, { method: 'POST' });
  await ask('/');
  await ask('/first');
  const before = await size();
  for (const path of ['/second', '/patient/reports/third', '/ali.ahmed@mail.example']) {
    await ask(path);
  }
  expect(await size()).toBe(before);
});
