import { setTimeout } from 'node:timers/promises';
import { MINUTE_MS, SECOND_MS } from '@/platform/time/durations';
import type { Service } from './service-process';

const LONGEST_PAUSE_MS = 30 * SECOND_MS;
/** What ran so long has not died of what killed it the time before. */
const CALM_MS = MINUTE_MS;

/**
 * Starts a part and starts it again whenever it ends by itself, after a pause that doubles each time.
 * @param start starts it; calls `onExit` with its name when it ends by itself
 * @param options.print receives a line when it ended, and when it runs again
 * @param options.firstPauseMs milliseconds before the first restart
 * @throws ProvisionError when it cannot be started the first time
 */
export async function keepRunning<S extends Service>(
  start: (onExit: (part: string) => void) => Promise<S>,
  options: { print: (line: string) => void; firstPauseMs?: number },
): Promise<S> {
  const { print, firstPauseMs = SECOND_MS } = options;
  const stopping = new AbortController();
  let pauseMs = firstPauseMs;
  let startedAt = performance.now();
  let restarting: Promise<void> = Promise.resolve();
  let current = await start(onExit);

  function onExit(part: string): void {
    if (stopping.signal.aborted) return;
    if (performance.now() - startedAt > CALM_MS) pauseMs = firstPauseMs;
    restarting = restart(part);
  }

  async function restart(part: string): Promise<void> {
    print(`✗ ${part} ended unexpectedly and is started again in ${pauseMs / SECOND_MS} s.`);
    // Ends what belongs to it, such as the clock of the chain.
    await current.stop();
    for (;;) {
      await setTimeout(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      startedAt = performance.now();
      try {
        current = await start(onExit);
        print(`✓ ${part} runs again.`);
        return;
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        print(`✗ ${why}\n  It is started again in ${pauseMs / SECOND_MS} s.`);
      }
    }
  }

  return {
    ...current,
    stop: async () => {
      stopping.abort();
      await restarting;
      await current.stop();
    },
  };
}
