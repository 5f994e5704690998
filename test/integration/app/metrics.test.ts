import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { GET } from '@/app/metrics/route';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS } from '@/platform/time/durations';

const TOKEN = 'a-token-of-the-tests-alone';
process.env['METRICS_TOKEN'] = TOKEN;

async function ask(authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization };
  const request = new NextRequest(`${process.env['APP_URL'] ?? ''}/metrics`, { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  return { status: response.status, text: await response.text() };
}

/** The value of a metric without labels, or with these. */
function valueOf(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.split(' ')[1]);
}

it.each([undefined, 'Bearer', 'Bearer wrong', TOKEN, `Basic ${TOKEN}`])(
  'is not found without the token: %s',
  async (authorization) => {
    const { status, text } = await ask(authorization);
    expect(status).toBe(404);
    expect(text).not.toContain('medanchor_outbox');
  },
);

it('gives the state of queue, chain, trail and checks', async () => {
  const runAfter = new Date((await databaseNow()).getTime() - HOUR_MS);
  const job = await database().outboxJob.create({
    data: { kind: 'test', payload: {}, dedupeKey: crypto.randomUUID(), runAfter },
  });
  const { status, text } = await ask(`Bearer ${TOKEN}`);
  await database().outboxJob.delete({ where: { id: job.id } });
  expect(status).toBe(200);
  expect(valueOf(text, 'medanchor_outbox_waiting_jobs')).toBeGreaterThanOrEqual(1);
  expect(valueOf(text, 'medanchor_outbox_age_seconds')).toBeGreaterThanOrEqual(3_600);
  expect(valueOf(text, 'medanchor_chain_is_wrong')).toBe(0);
  expect(valueOf(text, 'medanchor_trail_is_broken')).toBe(0);
  expect(valueOf(text, 'medanchor_check_ok{name="migrations"}')).toBe(1);
  expect(valueOf(text, 'medanchor_source_up{name="queue"}')).toBe(1);
  expect(text).toContain('process_cpu_seconds_total');
});
