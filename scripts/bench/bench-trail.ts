/**
 * Measures how many audited transactions a second 16 writers get through, with one head of the trail and with all of
 * its shards, by the same code: `npm run bench:trail`, with `-- --json` for the figures alone, `-- --seconds 5` for each
 * turn and `-- --round-trip 10` for the milliseconds to the database and back. The figures are those of an audited read,
 * as the opening of a report; beside them a verb that changes a row, and the read with the database on the same
 * machine, where two cores, not the lock, are the limit. Before that, `day100k`: sealing a day of 100,000 events and
 * making 1,000 receipts, in one process.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { migrateDatabase } from '../commands/migrate-database';
import { deployedContracts } from '../provision/contracts';
import type { Environment } from '../provision/environment-file';
import { freePorts } from '../provision/ports';
import { runTool } from '../provision/run-tool';
import { claimScratchFolder } from '../provision/scratch-folder';
import { deploymentRecord, startServices } from '../provision/services/services';
import { startDelayLine } from './delay-line';

const data = await claimScratchFolder('bench-trail');
const [web = 0, database = 0, objectStore = 0, smtp = 0, inbox = 0, chain = 0] = await freePorts(6);
const services = await startServices({
  data,
  ports: { web, database, objectStore, smtp, inbox, chain },
  confirmations: 2,
  // What is measured is how long a commit takes to be safe on the disk.
  throwaway: false,
});
const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    seconds: { type: 'string', default: '5' },
    'round-trip': { type: 'string', default: '10' },
  },
});
/** Each with a pool of connections of its own, as app and worker have. */
const PROCESSES = 2;
const WRITERS = 8;
/** Time for all processes to be ready and warm. */
const RUN_UP_MS = 20_000;

/** Events of the day that is sealed, and how many receipts are made. */
const DAY_EVENTS = 100_000;
const DAY_RECEIPTS = 1_000;
const daySchema = z.object({
  events: z.number(),
  receipts: z.number(),
  sealSeconds: z.number(),
  seconds: z.number(),
  mib: z.number(),
});

type Trail = 'single-head' | 'shards';
type Verb = 'read' | 'change';

async function commitsPerSecond(
  environment: Environment,
  verb: Verb,
  trail: Trail,
): Promise<number> {
  const start = Date.now() + RUN_UP_MS;
  const args = [trail, verb, ...[WRITERS, values.seconds, start].map(String)];
  const processes = Array.from({ length: PROCESSES }, () =>
    runTool('scripts/bench/write-events.ts', args, { environment }),
  );
  const counts = (await Promise.all(processes)).map(({ code, output }) => {
    if (code !== 0) throw new Error(output);
    return Number(output);
  });
  return counts.reduce((sum, count) => sum + count, 0) / Number(values.seconds);
}

async function compare(environment: Environment, verb: Verb) {
  const singleHead16 = await commitsPerSecond(environment, verb, 'single-head');
  const sharded16 = await commitsPerSecond(environment, verb, 'shards');
  return { singleHead16, sharded16, ratio16: sharded16 / singleHead16 };
}

/** First of all: the events of a past day come before those of today. */
async function measureDay(environment: Environment) {
  // A worker's heap grows with what it may take: this shows what sealing needs.
  const small = {
    ...environment,
    NODE_OPTIONS: '--max-old-space-size=112 --max-semi-space-size=4',
  };
  const run = async (script: string, argument: number, variables = environment) => {
    const { code, output } = await runTool(script, [String(argument)], { environment: variables });
    if (code !== 0) throw new Error(output);
    return output;
  };
  await run('scripts/bench/fill-trail-day.ts', DAY_EVENTS);
  const output = await run('scripts/bench/measure-trail-day.ts', DAY_RECEIPTS, small);
  return daySchema.parse(JSON.parse(output.trim().split('\n').at(-1) ?? ''));
}

try {
  const databaseUrl = new URL(services.environment['DATABASE_URL'] ?? '');
  await migrateDatabase(databaseUrl.href);
  const contracts = await deployedContracts(services.environment, deploymentRecord(data));
  const environment = { ...services.environment, ...contracts, LOG_LEVEL: 'silent' };
  const day100k = await measureDay(environment);
  const sameMachine = await compare(environment, 'read');
  const roundTripMs = Number(values['round-trip']);
  const line = await startDelayLine(Number(databaseUrl.port), roundTripMs);
  databaseUrl.port = String(line.port);
  const farAway = { ...environment, DATABASE_URL: databaseUrl.href };
  const far = await compare(farAway, 'read');
  const change = await compare(farAway, 'change');
  line.close();
  if (values.json !== true) {
    const rows = {
      [`read, database ${roundTripMs} ms away`]: far,
      [`change, database ${roundTripMs} ms away`]: change,
      'read, on the same machine': sameMachine,
    };
    console.table(rows);
    console.table({ 'a day of 100,000 events': day100k });
  }
  console.log(JSON.stringify({ ...far, day100k, roundTripMs, change, sameMachine }));
} finally {
  await services.stop();
  rmSync(data.path, { recursive: true, force: true });
}
