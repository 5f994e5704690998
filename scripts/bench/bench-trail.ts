/**
 * Measures how many audited transactions a second 16 writers get through, with the trail's one head as it was, and
 * with shards: `npm run bench:trail`, with `-- --json` for the figures alone, `-- --seconds 5` for each turn and
 * `-- --round-trip 10` for the milliseconds to the database and back. Beside it the same with the database on the
 * same machine, where two cores, not the lock, are the limit.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
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
/** Time for all processes to be ready. */
const RUN_UP_MS = 4_000;

type Trail = 'single-head' | 'shards';

async function commitsPerSecond(environment: Environment, trail: Trail): Promise<number> {
  const start = Date.now() + RUN_UP_MS;
  const args = [trail, ...[WRITERS, values.seconds, start].map(String)];
  const processes = Array.from({ length: PROCESSES }, () =>
    runTool('scripts/bench/write-events.ts', args, { environment }),
  );
  const counts = (await Promise.all(processes)).map(({ code, output }) => {
    if (code !== 0) throw new Error(output);
    return Number(output);
  });
  return counts.reduce((sum, count) => sum + count, 0) / Number(values.seconds);
}

async function compare(environment: Environment) {
  const singleHead16 = await commitsPerSecond(environment, 'single-head');
  const sharded16 = await commitsPerSecond(environment, 'shards');
  return { singleHead16, sharded16, ratio16: sharded16 / singleHead16 };
}

try {
  const databaseUrl = new URL(services.environment['DATABASE_URL'] ?? '');
  await migrateDatabase(databaseUrl.href);
  const contracts = await deployedContracts(services.environment, deploymentRecord(data));
  const environment = { ...services.environment, ...contracts, LOG_LEVEL: 'silent' };
  const sameMachine = await compare(environment);
  const roundTripMs = Number(values['round-trip']);
  const line = await startDelayLine(Number(databaseUrl.port), roundTripMs);
  databaseUrl.port = String(line.port);
  const far = await compare({ ...environment, DATABASE_URL: databaseUrl.href });
  line.close();
  if (values.json !== true) {
    const rows = { [`database ${roundTripMs} ms away`]: far, 'on the same machine': sameMachine };
    console.table(rows);
  }
  console.log(JSON.stringify({ ...far, roundTripMs, sameMachine }));
} finally {
  await services.stop();
  rmSync(data.path, { recursive: true, force: true });
}
