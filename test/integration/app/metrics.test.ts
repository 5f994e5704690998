import { parser } from '@prometheus-io/lezer-promql';
import { NextRequest } from 'next/server';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { GET } from '@/app/metrics/route';
import { beatHeart } from '@/jobs/worker-heartbeat';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { requestDurations } from '@/platform/metrics';
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
  expect(valueOf(text, 'medanchor_chain_id')).toBe(31_337);
  expect(text).toContain('process_cpu_seconds_total');
});

const rules = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          labels: z.object({ severity: z.enum(['page', 'ticket']) }),
          annotations: z.object({ summary: z.string().min(1), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
});
const dashboard = z.object({
  panels: z.array(
    z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) }),
  ),
});

const ALERTS = rules
  .parse(parse(readFileSync('docs/operations/alerts.yaml', 'utf8')))
  .groups.flatMap((group) => group.rules);
const PANELS = dashboard.parse(
  JSON.parse(readFileSync('docs/operations/dashboard.json', 'utf8')),
).panels;
/** Prometheus itself keeps this one. */
const OF_PROMETHEUS = ['up'];

/** The metrics that a PromQL expression reads; null when it is none. */
function metricsIn(expression: string): string[] | null {
  const names: string[] = [];
  const faults: number[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, node, from, to }) => {
      if (type.isError) faults.push(from);
      if (type.name === 'Identifier' && node.parent?.type.name === 'VectorSelector') {
        names.push(expression.slice(from, to));
      }
    },
  });
  return faults.length === 0 ? names : null;
}

it('prints each metric that an alert or the dashboard reads', async () => {
  await beatHeart(crypto.randomUUID());
  await database().trailCheck.update({ where: { id: 1 }, data: { finishedAt: new Date() } });
  await database().chainCursor.deleteMany();
  const { REGISTRY_ADDRESS = '', CHAIN_ID = '' } = process.env;
  await database().chainCursor.create({
    data: { id: `${CHAIN_ID}:${REGISTRY_ADDRESS}`, nextBlock: 1n },
  });
  requestDurations().observe({ route: '/', method: 'GET', status: 200 }, 0.1);
  const { text } = await ask(`Bearer ${TOKEN}`);
  const printed = new Set(text.split('\n').map((line) => /^\w+/.exec(line)?.[0]));
  const expressions = [
    ...ALERTS.map(({ expr }) => expr),
    ...PANELS.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  for (const expression of expressions) {
    const names = metricsIn(expression);
    expect(names, expression).not.toBeNull();
    const unknown = names?.filter((name) => !printed.has(name) && !OF_PROMETHEUS.includes(name));
    expect(unknown, expression).toEqual([]);
    for (const [label] of expression.matchAll(/\bname="\w+"/g)) expect(text).toContain(label);
  }
});

it('notices a metric that does not exist, and an expression that is none', () => {
  expect(metricsIn('max(medanchor_nothing) > 0')).toEqual(['medanchor_nothing']);
  expect(metricsIn('max(medanchor_nothing > 0')).toBeNull();
});

it('has a runbook for each alert', () => {
  const text = readFileSync('docs/operations/runbooks.md', 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(
    ([, heading = '']) =>
      `docs/operations/runbooks.md#${heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  );
  for (const { alert, annotations } of ALERTS) {
    expect(headings, alert).toContain(annotations.runbook_url);
  }
});

it('names only commands that exist in the runbooks', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  for (const file of ['runbooks', 'backup']) {
    const text = readFileSync(`docs/operations/${file}.md`, 'utf8');
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
    expect(commands.length).toBeGreaterThan(0);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  }
});
