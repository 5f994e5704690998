import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { feeChain } from '@/forecast/history/fee-chain';
import { simulateFees } from '@/forecast/history/simulate-fees';
import { database } from '@/platform/database/database';
import { emptyFees } from '../../support/forecast/fee-forecasts';
import {
  auditCount,
  patientOnChain,
  queuedLinks,
  stateOf,
  transactionOf,
} from '../../support/chain/patient-on-chain';
import { mine, sendFrom } from '../../support/chain/test-chain';

const running: ChildProcess[] = [];

/** A worker as production runs it, in a process of its own; resolves when it has started. */
async function startWorker() {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'scripts/commands/worker.ts'], {
    env: { ...process.env, LOG_LEVEL: 'info', CHAIN_FINALITY_BLOCKS: '2' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(worker);
  let output = '';
  const started = new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('worker started')) resolve();
    };
    worker.stdout.on('data', read);
    worker.stderr.on('data', read);
    worker.once('exit', () => {
      reject(new Error(`The worker ended:\n${output}`));
    });
  });
  await started;
  return { worker, output: () => output };
}

/** @returns the exit code; null when the signal ended it */
async function stop(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(worker, 'exit');
  worker.kill(signal);
  await ended;
  return worker.exitCode;
}

afterEach(() => {
  for (const worker of running.splice(0)) worker.kill('SIGKILL');
});

it('loses and doubles nothing when workers are killed again and again', async () => {
  const { prepare, wallet } = await patientOnChain();
  const reports = [];
  for (let index = 0; index < 5; index += 1) {
    const prepared = await prepare([`guest-${String(index)}@example.org`]);
    await sendFrom(wallet, prepared.request);
    reports.push(prepared);
    await mine();
  }
  await mine(2);
  // The first moments of a worker's life are those in which it has most to do.
  for (const delay of [5, 40, 90, 200]) {
    const { worker } = await startWorker();
    await new Promise((resolve) => setTimeout(resolve, delay));
    await stop(worker, 'SIGKILL');
  }
  await Promise.all([startWorker(), startWorker()]);
  for (const { reportId, transactionId } of reports) {
    await expect.poll(() => stateOf(reportId), { timeout: 20_000 }).toBe('ANCHORED');
    expect(await transactionOf(transactionId)).toMatchObject({ status: 'CONFIRMED' });
    expect(await auditCount(reportId, 'report.anchored')).toBe(1);
    expect(await queuedLinks(reportId)).toBe(1);
    await expect
      .poll(() => database().stagedReport.count({ where: { reportId } }), { timeout: 20_000 })
      .toBe(0);
  }
  // Jobs that a killed worker had claimed come free when their lease is over.
  await database().outboxJob.updateMany({ data: { claimedUntil: null } });
  await expect
    .poll(() => database().outboxJob.count({ where: { doneAt: null } }), { timeout: 20_000 })
    .toBe(0);
}, 120_000);

/** What trains for this test's database: the worker's child and that one's children. */
function trainers(): string[] {
  const database = `DATABASE_URL=${process.env['DATABASE_URL'] ?? ''}`;
  return readdirSync('/proc').filter((pid) => {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      return (
        /weekly-training\.ts|training-process\.ts/.test(command) &&
        readFileSync(`/proc/${pid}/environ`, 'utf8').includes(database)
      );
    } catch {
      // No process, or one that has just ended.
      return false;
    }
  });
}

it.runIf(process.platform === 'linux')(
  'leaves no training behind when it is killed',
  async () => {
    await simulateFees(feeChain().id, new Date());
    const { worker } = await startWorker();
    // The child, and the processes in which networks are trained.
    await expect.poll(() => trainers().length, { timeout: 60_000 }).toBeGreaterThanOrEqual(2);
    await stop(worker, 'SIGKILL');
    await expect.poll(trainers, { timeout: 60_000 }).toEqual([]);
    await emptyFees();
  },
  150_000,
);

it('stops of itself, cleanly, when it is asked to', async () => {
  const { worker, output } = await startWorker();
  expect(await stop(worker, 'SIGTERM')).toBe(0);
  expect(output()).toContain('worker stopped');
}, 60_000);
