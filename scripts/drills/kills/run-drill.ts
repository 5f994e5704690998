/** The program of `drill:kills`; runs on the services that drill-kills.ts started. */
import { parseArgs } from 'node:util';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';
import { killInScenario } from './kill-in-scenario';
import { startWorkerKiller } from './kill-workers';

const SCENARIO_NAMES = ['re-wrapping', 'export', 'erasure'] as const;
const { values } = parseArgs({ options: { only: { type: 'string' } } });

waitAsCommand();
const killer = await startWorkerKiller();
const kills: Record<string, number> = {};
const wrong: string[] = [];
for (const name of SCENARIO_NAMES.filter((one) => one === (values.only ?? one))) {
  kills[name] = 0;
  for (const moment of ['before', 'after'] as const) {
    for (let at = 1; ; at += 1) {
      const found = await killInScenario(killer, name, at, moment);
      wrong.push(...found.wrong.map((what) => `${name}, ${moment} effect ${at}: ${what}`));
      if (!found.killed) break;
      kills[name] += 1;
      console.log(`  ${name}: killed ${moment} effect ${at}; ${found.wrong.length} things wrong`);
    }
  }
}
await killer.close();
for (const what of wrong) console.log(`  ✗ ${what}`);
console.log(JSON.stringify({ kills, wrong: wrong.length }));
await database().$disconnect();
process.exit(wrong.length === 0 ? 0 : 1);
