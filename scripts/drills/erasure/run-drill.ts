/** The program of `drill:erasure`; runs on the services that drill-erasure.ts started. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { giveFreshProof } from '../../../test/support/people/proof';
import { childEnvironment } from '../../provision/child-environment';
import { showProgress, step } from '../../provision/progress';
import { makeMarkedPatients } from './made-patients';
import { makeOldBackup, restoreOldBackup } from './old-backup';
import { searchEverywhere, type FoundMarks } from './search-everywhere';

const { values } = parseArgs({ options: { patients: { type: 'string', default: '200' } } });
const PATIENTS = Number(values.patients);
/** Patients who stay: their reports must open from the same backup. */
const OTHERS = 2;
/** How long a worker lives once it has started, milliseconds: most die in the middle of a step. */
const LIVES = [40, 90, 150, 250, 400, 700, 1_100, 2_000];

waitAsCommand();
const began = performance.now();
const folder = await mkdtemp(join(tmpdir(), 'medanchor-drill-'));
const progress = showProgress();
const made = await makeMarkedPatients(PATIENTS + OTHERS, (count) =>
  progress.show(`${count} of ${PATIENTS + OTHERS} patients are made`),
);
progress.end();
const [others, patients] = [made.slice(0, OTHERS), made.slice(OTHERS)];
await makeFinal();
const backups = await step('Backup, as if made eight days ago', () => makeOldBackup(folder));
for (const { person } of patients) {
  // Their log-in is older than five minutes when there are many.
  await giveFreshProof(person);
  await requestErasure(person.actor, person.actor.email);
}
// Mails leave before the erasures are due; what was mailed is outside of our systems.
while ((await runDueJobs(jobHandlers)) > 0);

const marks = patients.flatMap((patient) => patient.marks);
const before = await step('Search for their words', () => searchEverywhere(marks, ''));
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
  // Each round of lives is twice as long as the one before, so that a slow machine gets on.
  const life = LIVES[kills % LIVES.length] ?? 0;
  await setTimeout(life * 2 ** Math.floor(kills / LIVES.length));
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
const after = await step('Search for their words', () => searchEverywhere(marks, logs));
const restored = await step('Restore of the old backup', () =>
  restoreOldBackup(backups, patients, others),
);
const sealedMarks = patients.flatMap((patient) => patient.sealedMarks);
const foundRestored = await step('Search for what is sealed', () =>
  searchEverywhere(sealedMarks, ''),
);
const isEmpty = (found: FoundMarks) => Object.values(found).every((count) => count === 0);
const isClean =
  right === PATIENTS &&
  left === 0 &&
  isEmpty(after) &&
  isEmpty(foundRestored) &&
  restored.broughtBack === 2 * PATIENTS &&
  restored.opened === 0 &&
  restored.othersOpened === 2 * OTHERS;
console.log(
  JSON.stringify({
    ...{ patients: PATIENTS, words: marks.length, kills, receiptsRight: right, thingsLeft: left },
    foundBefore: before,
    foundAfter: after,
    restored,
    foundRestored,
    minutes: Math.round((performance.now() - began) / MINUTE_MS),
    isClean,
  }),
);
await rm(folder, { recursive: true, force: true });
await database().$disconnect();
process.exit(isClean ? 0 : 1);
