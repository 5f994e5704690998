import { isAppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { MINUTE_MS, SECOND_MS } from '@/platform/time/durations';

const FIRST_PAUSE_MS = SECOND_MS;
const LONGEST_PAUSE_MS = MINUTE_MS;

/** One of the things that a worker does over and over. */
export interface RepeatedTask {
  /** For the log. */
  name: string;
  /** Pause after a run that found nothing more to do. */
  everyMs: number;
  /**
   * @param stop aborts when the worker is asked to stop: a long run ends early
   * @returns true when there is more to do at once
   */
  run: (stop: AbortSignal) => Promise<boolean>;
}

/**
 * Runs a task again and again until it is stopped, and ends after the run in progress. A run that
 * fails is logged and tried again after a pause, each time a longer one.
 */
export async function repeatTask(task: RepeatedTask, stop: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stop.aborted) {
    let wait: number;
    try {
      wait = (await task.run(stop)) ? 0 : task.everyMs;
      if (failures > 0) log().info({ task: task.name, failures }, 'task works again');
      failures = 0;
    } catch (error) {
      failures += 1;
      wait = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
      // What is down stays down for a while: the reason once, then only that it lasts.
      const reason = isAppError(error) ? { code: error.code } : {};
      const detail = failures === 1 ? { err: error } : {};
      log().error({ task: task.name, failures, wait, ...reason, ...detail }, 'task failed');
    }
    await pause(wait, stop);
  }
}

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    stop.addEventListener('abort', end);
  });
}
