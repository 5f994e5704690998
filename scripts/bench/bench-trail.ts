/**
 * Measures how many audited transactions a second 16 writers get through, with the trail's one head as it was, and
 * with shards: `npm run bench:trail`, with `-- --json` for the figures alone and `-- --seconds 5` for each turn.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { TRAIL_SHARDS } from '@/audit/trail-shards';
import { migrateDatabase } from '../commands/migrate-database';
import { deployedContracts } from '../provision/contracts';
import type { Environment } from '../provision/environment-file';
import { freePorts } from '../provision/ports';
import { runTool } from '../provision/run-tool';
import { claimScratchFolder } from '../provision/scratch-folder';
import { deploymentRecord, startServices } from '../provision/services/services';

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
  options: { json: { type: 'boolean' }, seconds: { type: 'string', default: '5' } },
});
/** Each with a pool of connections of its own, as app and worker have. */
const PROCESSES = 2;
const WRITERS = 8;
/** Time for all processes to be ready. */
const RUN_UP_MS = 4_000;

async function commitsPerSecond(environment: Environment, shards: number): Promise<number> {
  const start = Date.now() + RUN_UP_MS;
  const args = [shards, WRITERS, values.seconds, start].map(String);
  const processes = Array.from({ length: PROCESSES }, () =>
    runTool('scripts/bench/write-events.ts', args, { environment }),
  );
  const counts = (await Promise.all(processes)).map(({ code, output }) => {
    if (code !== 0) throw new Error(output);
    return Number(output);
  });
  return counts.reduce((sum, count) => sum + count, 0) / Number(values.seconds);
}

try {
  await migrateDatabase(services.environment['DATABASE_URL'] ?? '');
  const contracts = await deployedContracts(services.environment, deploymentRecord(data));
  const environment = { ...services.environment, ...contracts, LOG_LEVEL: 'silent' };
  const singleHead16 = await commitsPerSecond(environment, 1);
  const sharded16 = await commitsPerSecond(environment, TRAIL_SHARDS);
  const ratio16 = sharded16 / singleHead16;
  if (values.json !== true) {
    console.log(`one head: ${singleHead16.toFixed(0)} audited transactions a second`);
    console.log(
      `${TRAIL_SHARDS} heads: ${sharded16.toFixed(0)}, ${ratio16.toFixed(1)} times as many`,
    );
  }
  console.log(JSON.stringify({ singleHead16, sharded16, ratio16 }));
} finally {
  await services.stop();
  rmSync(data.path, { recursive: true, force: true });
}
