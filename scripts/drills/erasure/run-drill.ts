/** The program of `drill:erasure`; runs on the services that drill-erasure.ts started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { requestErasure } from '@/accounts/erasure/request-erasure';
import { receiptSchema } from '@/interop/erasure/erasure-receipt';
import { verifyErasure } from '@/interop/erasure/verify-erasure';
import { runDueJobs } from '@/jobs/run-due-jobs';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { waitAsCommand } from '@/platform/time/patience';
import { jobHandlers } from '../../../src/worker/job-handlers';
import { makeFinal } from '../../../test/support/chain/patient-on-chain';
import { childEnvironment } from '../../provision/child-environment';
import { makeMarkedPatients } from './made-patients';
import { searchEverywhere } from './search-everywhere';

const { values } = parseArgs({ options: { patients: { type: 'string', default: '200' } } });
const PATIENTS = Number(values.patients);
/** How long a worker lives once it has started, milliseconds: most die in the middle of a step. */
const LIVES = [40, 90, 150, 250, 400, 700, 1_100, 2_000];

waitAsCommand();
const patients = await makeMarkedPatients(PATIENTS);
console.log(`${PATIENTS} patients with ${2 * PATIENTS} reports`);
await makeFinal();
for (const { person } of patients) await requestErasure(person.actor, person.actor.email);
// Mails leave before the erasures are due; what was mailed is outside of our systems.
while ((await runDueJobs(jobHandlers)) > 0);

const marks = patients.flatMap((patient) => patient.marks);
const before = await searchEverywhere(marks, '');
const past = new Date(Date.now() - MINUTE_MS);
await database().erasure.updateMany({ data: { dueAt: past, runAfter: past } });

let logs = '';
let kills = 0;
for (;;) {
  const open = await database().erasure.count({ where: { state: { not: 'DONE' } } });
  const mails = await database().erasure.count({ where: { email: { not: null } } });
  if (open === 0 && mails === 0) break;
  // As if the leases of those that were killed, and the pauses after what they waited for, had run out.
  const again = { claimedUntil: null, runAfter: past };
  await database().erasure.updateMany({ where: { state: { not: 'DONE' } }, data: again });
  await database().outboxJob.updateMany({
    where: { kind: 'mail-erasure-receipt', doneAt: null },
    data: again,
  });
  const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/commands/worker.ts'], {
    env: childEnvironment({ LOG_LEVEL: 'info' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(worker, 'exit');
  const started = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      logs += chunk.toString();
      if (chunk.includes('worker started')) resolve();
    };
    worker.stdout.on('data', read);
    worker.stderr.on('data', read);
  });
  await Promise.race([started, ended]);
  // Each round of lives is longer than the one before, so that a slow machine gets on.
  const life = LIVES[kills % LIVES.length] ?? 0;
  await setTimeout(life * (1 + Math.floor(kills / LIVES.length)));
  worker.kill('SIGKILL');
  await ended;
  kills += 1;
  console.log(`Worker ${kills} killed; ${open} erasures are left, ${mails} receipts to be mailed`);
}

let [right, left] = [0, 0];
for (const { person } of patients) {
  const { receipt } = await database().erasure.findFirstOrThrow({
    where: { accountId: person.actor.accountId },
  });
  const found = await verifyErasure(receiptSchema.parse(JSON.parse(receipt ?? 'null')));
  left += found.left.length;
  if (found.signatureRight && found.recorded && found.reports === 2) right += 1;
}
const after = await searchEverywhere(marks, logs);
const isClean = right === PATIENTS && left === 0 && Object.values(after).every((one) => one === 0);
console.log(
  JSON.stringify({
    ...{ patients: PATIENTS, words: marks.length, kills, receiptsRight: right, thingsLeft: left },
    foundBefore: before,
    foundAfter: after,
    isClean,
  }),
);
await database().$disconnect();
process.exit(isClean ? 0 : 1);
