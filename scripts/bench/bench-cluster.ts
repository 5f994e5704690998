/**
 * Walks reports through two applications, two workers and a cluster of three databases behind one address, and kills a
 * database, an application and a worker on the way: `npm run bench:cluster`, with `-- --reports 20` for a small run. The
 * last line is one JSON object.
 */
import { parseArgs } from 'node:util';
import { JsonRpcProvider } from 'ethers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { ownVariable } from '../provision/child-environment';
import { reportAndExit } from '../provision/report-and-exit';
import { startClusterSystem, type ClusterSystem } from './cluster/cluster-system';
import {
  areAlike,
  countMails,
  isTrailWhole,
  tableSizes,
  untilJobsDone,
  untilSealed,
} from './cluster/outcome';
import { makePair, persist, walkReport, type Troubles } from './cluster/walk-report';

const PAIRS = 6;
/** A patient may begin to seal only so often in an hour: then other people go on. */
const REPORTS_OF_A_PAIR = 20;
/** What dies when so much of the reports is done. */
interface Accident {
  share: number;
  name: string;
  happen: (system: ClusterSystem) => Promise<void> | undefined;
}

const ACCIDENTS: readonly Accident[] = [
  { share: 0.25, name: 'a database', happen: ({ cluster }) => cluster.nodes[1]?.kill() },
  { share: 0.5, name: 'an application', happen: ({ apps }) => apps[0]?.kill() },
  { share: 0.75, name: 'a worker', happen: ({ workers }) => workers[0]?.kill() },
];

/** Walks so many reports, several pairs of people at once, with the accidents in between. */
async function walkAll(
  system: ClusterSystem,
  count: number,
  troubles: Troubles,
): Promise<string[]> {
  const node = new JsonRpcProvider(env().CHAIN_RPC_URL, env().CHAIN_ID, { staticNetwork: true });
  const ids: string[] = [];
  let begun = 0;
  const waiting = [...ACCIDENTS];
  let pairs = 0;
  const newPair = () => {
    pairs += 1;
    const number = pairs;
    return persist(troubles, () => makePair(node, number));
  };
  const work = async () => {
    let pair = await newPair();
    for (let own = 1; begun < count; own += 1) {
      begun += 1;
      if (own % REPORTS_OF_A_PAIR === 0) pair = await newPair();
      ids.push(await walkReport(pair, troubles));
      const next = waiting[0];
      if (next === undefined || ids.length < next.share * count) continue;
      waiting.shift();
      const time = new Date().toISOString();
      console.log(`  ${time} ${ids.length} of ${count} sent; ${next.name} dies`);
      await next.happen(system);
    }
  };
  await Promise.all(Array.from({ length: Math.min(PAIRS, count) }, work));
  node.destroy();
  return ids;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    // Accepted as by every measurement: the last line is one JSON object in any case.
    options: { reports: { type: 'string', default: '500' }, json: { type: 'boolean' } },
  });
  const count = Number(values.reports);
  const system = await startClusterSystem();
  try {
    const troubles: Troubles = { retries: 0, kinds: {} };
    const started = performance.now();
    const ids = await walkAll(system, count, troubles);
    const sealed = await untilSealed(ids);
    const seconds = Math.round((performance.now() - started) / 1000);
    const jobs = await untilJobsDone();
    const sent = await database().report.count({
      where: { state: { notIn: ['DRAFT', 'DISCARDED'] } },
    });
    const leftDrafts = await database().report.count({ where: { state: 'DRAFT' } });
    const onChain = await database().chainReport.count();
    const { mails, again } = await countMails(ownVariable('MAIL_INBOX_URL') ?? '');
    const tables = await tableSizes(count);
    const calls = system.rpc.calls();
    const sumOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);
    const perReport = (value: number) => Math.round((10 * value) / count) / 10;
    const result = {
      reports: count,
      sealed,
      lost: count - sealed,
      doubled: Math.max(sent, onChain) - count,
      mails,
      mailsAgain: again.length,
      jobsWaiting: jobs.waiting,
      jobsFailed: jobs.failed,
      leftDrafts,
      trailWhole: await isTrailWhole(),
      nodesAlike: await areAlike(system),
      claims: system.claims,
      retries: troubles.retries,
      seconds,
      perReport: {
        rows: perReport(sumOf(tables.map(({ rows }) => rows))),
        bytes: sumOf(tables.map(({ bytesPerReport }) => bytesPerReport)),
        rpcPosts: perReport(system.rpc.posts()),
        rpcCalls: perReport(sumOf(Object.values(calls))),
      },
    };
    console.table(tables);
    // At most those that the killed worker had just handed over, and could not note any more.
    if (again.length > 0) console.log('mails sent again, with the same Message-ID, at', again);
    console.log('calls of the chain, by method:', calls);
    console.log(troubles.kinds);
    console.log(JSON.stringify(result));
    const faults = sumOf(Object.values<number>({ ...system.claims }));
    if (
      faults > 0 ||
      result.lost > 0 ||
      result.doubled > 0 ||
      again.length > env().MAILS_AT_ONCE ||
      !result.trailWhole ||
      !result.nodesAlike
    ) {
      process.exitCode = 1;
    }
  } finally {
    await database().$disconnect();
    await system.stop();
  }
}

await main().catch(reportAndExit);
process.exit();
