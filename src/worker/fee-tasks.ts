import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { refreshForecast } from '@/forecast/answer/refresh-forecast';
import { collectRecent } from '@/forecast/history/collect-recent';
import { feeChain } from '@/forecast/history/fee-chain';
import { bringRemindersForward } from '@/forecast/reminders/bring-reminders-forward';
import { claimTask } from '@/forecast/training/claim-task';
import { isTrainingDue } from '@/forecast/training/is-training-due';
import type { RepeatedTask } from '@/jobs/repeat-task';
import { databaseNow } from '@/platform/database/database-now';
import { HOUR_MS, MINUTE_MS } from '@/platform/time/durations';

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const;
const TRAINING = fileURLToPath(new URL('./weekly-training.ts', import.meta.url));

/** Fees: looked at every few minutes, done hourly (training weekly) by whichever worker comes first. */
export const FEE_TASKS: RepeatedTask[] = [
  {
    name: 'collect-fees',
    everyMs: 5 * MINUTE_MS,
    run: async () => {
      const { id } = feeChain();
      const added = await claimTask('collect', id, HOUR_MS, async () =>
        collectRecent(id, await databaseNow()),
      );
      if (added !== undefined && added > 0) await refresh(id, 0);
      return false;
    },
  },
  {
    name: 'refresh-forecast',
    everyMs: MINUTE_MS,
    run: async () => {
      await refresh(feeChain().id, HOUR_MS);
      return false;
    },
  },
  {
    name: 'bring-reminders-forward',
    everyMs: HOUR_MS / 2,
    run: async () => {
      await bringRemindersForward();
      return false;
    },
  },
  {
    name: 'train-forecast',
    everyMs: 10 * MINUTE_MS,
    run: async () => {
      const { id } = feeChain();
      if (!(await isTrainingDue(id))) return false;
      await trainInChild();
      await refresh(id, 0);
      return false;
    },
  },
];

/** Makes a forecast unless one was made within `everyMs`. */
async function refresh(chainId: number, everyMs: number): Promise<void> {
  await claimTask('refresh', chainId, everyMs, async () =>
    refreshForecast(chainId, await databaseNow()),
  );
}

/**
 * Trains in a child process: it takes minutes and may crash.
 * @throws Error when the process fails, unless this worker was asked to stop
 */
async function trainInChild(): Promise<void> {
  const stop = new AbortController();
  // The worker ends after its present task: minutes of training must not delay that.
  const abort = (): void => stop.abort();
  for (const signal of STOPS) process.once(signal, abort);
  const { failed, isCanceled, shortMessage } = await execa(
    process.execPath,
    ['--import', 'tsx', TRAINING],
    {
      stdin: 'ignore',
      stdout: 'ignore',
      stderr: 'inherit',
      // The channel closes when the worker ends, however it ends, and the child stops.
      ipc: true,
      // On a signal it would end this worker, too, in the middle of what it is doing.
      cleanup: false,
      cancelSignal: stop.signal,
      reject: false,
    },
  );
  for (const signal of STOPS) process.off(signal, abort);
  if (failed && !isCanceled) throw new Error(shortMessage);
}
