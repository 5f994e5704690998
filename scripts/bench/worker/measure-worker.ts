/** The measuring program of `bench:worker`; runs on the services that bench-worker.ts started. */
import { chainHandlers } from '../../../src/worker/chain-handlers';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { enqueueJob } from '@/jobs/enqueue-job';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database, inTransaction } from '@/platform/database/database';
import { env } from '@/platform/env';
import { waitAsWorker } from '@/platform/time/patience';
import { followChain } from '@/registry/follower/follow-chain';
import { createDoctor, type Person } from '../../../test/support/people/factories';
import { patientOnChain } from '../../../test/support/chain/patient-on-chain';
import { mine, sendFrom } from '../../../test/support/chain/test-chain';
import { countRequests } from '../count-requests';
import { processorSeconds } from './processor-time';
import { watchLogRanges } from './watch-log-ranges';

/** In the command line of this bench's own database. */
const DATABASE = `--port=${new URL(env().DATABASE_URL).port}`;
/** What was missed while the worker stood still, with a report every so many blocks. */
const BLOCKS = 10_000;
const BLOCKS_OF_A_REPORT = 250;
/** Of `eth_getLogs` on a free plan. */
const BLOCKS_OF_A_RANGE = 10;
const MAILS = 32;

waitAsWorker();
const requests = countRequests();
const ranges = watchLogRanges();

const round = (value: number) => Math.round(value * 10) / 10;

async function catchUp(most?: number): Promise<void> {
  while (!(await followChain(chainHandlers, most))) continue;
}

/** Anchors reports with two viewers each, and measures how they are applied. */
async function follow(reports: number, most?: number) {
  const { prepare, wallet } = await patientOnChain();
  for (let index = 0; index < reports; index += 1) {
    const { request } = await prepare([`a${index}@clinic.example`, `b${index}@clinic.example`]);
    await sendFrom(wallet, request, { blind: true });
  }
  await mine(env().CHAIN_CONFIRMATIONS);
  const start = performance.now();
  const cpu = await processorSeconds(DATABASE, () => catchUp(most));
  const seconds = (performance.now() - start) / 1_000;
  const anchored = await database().chainTransaction.count({
    where: { sender: wallet.address, status: 'CONFIRMED' },
  });
  if (anchored !== reports) throw new Error(`${anchored} of ${reports} reports are anchored`);
  return { events: reports, seconds, ...cpu };
}

/** Events a second of time and of processor time, of all turns together. */
function ratesOf(turns: readonly Awaited<ReturnType<typeof follow>>[]) {
  const sum = (of: (turn: (typeof turns)[number]) => number) =>
    turns.reduce((total, turn) => total + of(turn), 0);
  const events = sum((turn) => turn.events);
  return {
    events,
    perSecond: round(events / sum(({ seconds }) => seconds)),
    perWorkerCpuSecond: round(events / sum(({ worker }) => worker)),
    perCpuSecond: round(events / sum(({ worker, database: server }) => worker + server)),
  };
}

async function sendMails(atOnce: number): Promise<number> {
  await database().outboxJob.deleteMany();
  // Of different people: the mails of one keep their order, and would go one by one.
  const people: Person[] = [];
  for (let index = 0; index < MAILS; index += 1) people.push(await createDoctor());
  await inTransaction(async (tx) => {
    for (const { actor } of people) {
      await enqueueJob(tx, 'mail-doctor-decided', { accountId: actor.accountId });
    }
  });
  const start = performance.now();
  while ((await runDueJobs(jobHandlers, atOnce)) > 0) continue;
  const sent = await database().outboxJob.count({ where: { doneAt: { not: null } } });
  if (sent !== MAILS) throw new Error(`${sent} of ${MAILS} mails were sent`);
  return round(MAILS / ((performance.now() - start) / 1_000));
}

await catchUp();
// The first ones load and compile what the others use.
await follow(5);
const turns = { single: [await follow(60, 1)], batched: [await follow(400)] };
// By turns, so that a busy moment of the machine meets both.
turns.single.push(await follow(60, 1));
turns.batched.push(await follow(400));
const [single, batched] = [ratesOf(turns.single), ratesOf(turns.batched)];
const ratio = {
  perWorkerCpuSecond: round(batched.perWorkerCpuSecond / single.perWorkerCpuSecond),
  perCpuSecond: round(batched.perCpuSecond / single.perCpuSecond),
  perSecond: round(batched.perSecond / single.perSecond),
};
console.log(`follower: ${single.perWorkerCpuSecond} events a CPU second one by one,`);
console.log(`          ${batched.perWorkerCpuSecond} in batches (${ratio.perWorkerCpuSecond} ×)`);

/** Misses blocks with reports in them, and counts how often the node is asked until they are applied. */
async function missBlocks() {
  const { prepare, wallet } = await patientOnChain();
  const events = BLOCKS / BLOCKS_OF_A_REPORT;
  for (let index = 0; index < events; index += 1) {
    const { request } = await prepare([`c${index}@clinic.example`]);
    await sendFrom(wallet, request, { blind: true });
    await mine(BLOCKS_OF_A_REPORT - 1);
  }
  await mine(env().CHAIN_CONFIRMATIONS);
  requests.reset();
  ranges.length = 0;
  await catchUp();
  const posts = requests.of('POST', env().CHAIN_RPC_URL ?? '');
  const applied = await database().chainTransaction.count({
    where: { sender: wallet.address, status: 'CONFIRMED' },
  });
  if (applied !== events) throw new Error(`${applied} of ${events} reports were found`);
  return { blocks: BLOCKS, events, posts, largestRangeOfLogs: Math.max(...ranges) };
}

const caughtUp = await missBlocks();
console.log(
  `${caughtUp.posts} requests to the node for ${BLOCKS} blocks with ${caughtUp.events} events`,
);
if (caughtUp.largestRangeOfLogs > BLOCKS_OF_A_RANGE) process.exitCode = 1;

const mailsPerSecond: Record<number, number> = {};
for (const atOnce of [1, 2, 4, 8]) {
  mailsPerSecond[atOnce] = await sendMails(atOnce);
  console.log(`${atOnce} at once: ${mailsPerSecond[atOnce]} mails a second`);
}
const follower = { single, batched, ratio };
console.log(
  JSON.stringify({
    follower,
    catchUp: caughtUp,
    mailsPerSecond,
  }),
);
process.exit();
