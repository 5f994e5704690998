import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_LOCALE, type Branch } from './catalogues';
import { loadPart } from './load-part';

const lost = () => Promise.reject(new Error('Failed to load chunk'));

describe('loadPart', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('asks again in the browser for a file that was lost, at growing distances', async () => {
    vi.stubGlobal('window', globalThis);
    const load = vi.fn<() => Promise<{ default: Branch }>>(lost);
    const loading = loadPart(DEFAULT_LOCALE, load);
    await vi.advanceTimersByTimeAsync(0);
    for (const [attempt, pauseMs] of [1_000, 2_000, 4_000, 8_000, 16_000, 16_000].entries()) {
      expect(load).toHaveBeenCalledTimes(attempt + 1);
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(load).toHaveBeenCalledTimes(attempt + 1);
      await vi.advanceTimersByTimeAsync(1);
    }
    load.mockResolvedValue({ default: {} });
    await vi.advanceTimersByTimeAsync(16_000);
    const Part = await loading;
    expect(renderToStaticMarkup(<Part>inside</Part>)).toBe('inside');
  });

  it('fails at once on the server', async () => {
    await expect(loadPart(DEFAULT_LOCALE, lost)).rejects.toThrow('Failed to load chunk');
  });
});
