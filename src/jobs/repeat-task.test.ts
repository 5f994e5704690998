import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY_MS } from '@/platform/time/durations';
import { repeatTask } from './repeat-task';

const { logged } = vi.hoisted(() => ({ logged: vi.fn<(fields: object, text: string) => void>() }));
vi.mock('@/platform/logger', () => ({ log: () => ({ error: logged, info: logged }) }));

describe('a repeated task', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    logged.mockClear();
  });

  /** Runs a task with these runs; the last one stops it. */
  async function runs(...steps: (() => boolean)[]): Promise<number[]> {
    const stop = new AbortController();
    const startedAt = Date.now();
    const times: number[] = [];
    const run = () => {
      times.push(Date.now() - startedAt);
      const step = steps.shift();
      if (steps.length === 0) stop.abort();
      return step === undefined ? Promise.reject(new Error('too many runs')) : wrap(step);
    };
    const done = repeatTask({ name: 'test', everyMs: 500, run }, stop.signal);
    await vi.runAllTimersAsync();
    await done;
    return times;
  }

  const wrap = async (step: () => boolean) => Promise.resolve(step());
  const idle = () => false;
  const more = () => true;
  const fail = () => {
    throw new Error('down');
  };

  it('waits when there is nothing to do, and goes on at once when there is', async () => {
    expect(await runs(idle, more, idle)).toEqual([0, 500, 500]);
  });

  it('waits longer after each failure, and starts over after a success', async () => {
    expect(await runs(fail, fail, fail, idle, fail, idle)).toEqual([
      0, 1_000, 3_000, 7_000, 7_500, 8_500,
    ]);
  });

  it('stops during a pause', async () => {
    const stop = new AbortController();
    const done = repeatTask(
      { name: 'test', everyMs: DAY_MS, run: () => Promise.resolve(false) },
      stop.signal,
    );
    await vi.advanceTimersByTimeAsync(10);
    stop.abort();
    await expect(done).resolves.toBeUndefined();
  });
});
