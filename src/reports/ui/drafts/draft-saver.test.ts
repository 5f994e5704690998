import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftSaver, type DraftContent, type SaveStatus } from './draft-saver';

const OFFLINE = new Error('offline');
const CONFLICT = new Error('conflict');

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function text(remarks: string): DraftContent {
  return { patientId: null, form: { remarks } };
}

/** A server of one draft, whose answers a test can hold back or spoil. */
function setUp() {
  const kept: { content: DraftContent; from: string | null; isLeaving: boolean }[] = [];
  const statuses: SaveStatus[] = [];
  const failures: Error[] = [];
  const saver = new DraftSaver({
    version: 'v0',
    save: async (content, from, isLeaving) => {
      await vi.advanceTimersByTimeAsync(0);
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
      kept.push({ content, from, isLeaving });
      return `v${kept.length}`;
    },
    statusAfter: (error) =>
      error === CONFLICT
        ? { kind: 'conflict' }
        : { kind: 'failed', sentence: () => 'offline', goesOn: true },
    onStatus: (status) => statuses.push(status),
  });
  return { saver, kept, statuses, failures };
}

describe('a draft being typed', () => {
  it('is saved once, when the typing pauses', async () => {
    const { saver, kept, statuses } = setUp();
    saver.change(text('R'));
    saver.change(text('Re'));
    saver.change(text('Rest'));
    expect(kept).toEqual([]);
    await vi.runAllTimersAsync();
    expect(kept).toEqual([{ content: text('Rest'), from: 'v0', isLeaving: false }]);
    expect(statuses.at(-1)).toEqual({ kind: 'saved', at: 'v1' });
  });

  it('is not called saved from the first letter on until it is', async () => {
    const { saver, statuses } = setUp();
    saver.change(text('R'));
    expect(statuses).toEqual([{ kind: 'saving' }]);
    await vi.runAllTimersAsync();
    saver.change(text('Re'));
    expect(statuses.at(-1)).toEqual({ kind: 'saving' });
    await vi.runAllTimersAsync();
    expect(statuses.at(-1)).toEqual({ kind: 'saved', at: 'v2' });
  });

  it('is saved at once when the page is left', async () => {
    const { saver, kept } = setUp();
    saver.change(text('half a wor'));
    expect(await saver.flush(true)).toBe('v1');
    expect(kept).toEqual([{ content: text('half a wor'), from: 'v0', isLeaving: true }]);
  });

  it('builds each save on the one before, however fast one types', async () => {
    const { saver, kept } = setUp();
    saver.change(text('one'));
    const first = saver.flush();
    saver.change(text('two'));
    const second = saver.flush();
    expect(await Promise.all([first, second])).toEqual(['v2', 'v2']);
    expect(kept.map(({ from }) => from)).toEqual(['v0', 'v1']);
  });

  it('has nothing to save when nothing was typed', async () => {
    const { saver, kept } = setUp();
    expect(await saver.flush()).toBe('v0');
    expect(kept).toEqual([]);
  });
});

describe('leaving', () => {
  it('risks nothing before, after and between saves', async () => {
    const { saver } = setUp();
    expect(saver.isAtRisk).toBe(false);
    saver.change(text('kept when the page is hidden'));
    expect(saver.isAtRisk).toBe(false);
    await vi.runAllTimersAsync();
    expect(saver.isAtRisk).toBe(false);
  });

  it('risks text while a save is under way', async () => {
    const { saver } = setUp();
    saver.change(text('one'));
    const saving = saver.flush();
    saver.change(text('two'));
    expect(saver.isAtRisk).toBe(true);
    await saving;
    expect(saver.isAtRisk).toBe(false);
  });

  it('risks text from a save that failed to the next that does not', async () => {
    const { saver, failures } = setUp();
    failures.push(OFFLINE);
    saver.change(text('in the tunnel'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(saver.isAtRisk).toBe(true);
    await vi.runAllTimersAsync();
    expect(saver.isAtRisk).toBe(false);
  });
});

describe('a save that fails', () => {
  it('is tried again by itself, with what was typed meanwhile', async () => {
    const { saver, kept, statuses, failures } = setUp();
    failures.push(OFFLINE, OFFLINE);
    saver.change(text('before the tunnel'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(statuses.at(-1)).toMatchObject({ kind: 'failed' });
    saver.change(text('in the tunnel'));
    expect(statuses.at(-1)).toMatchObject({ kind: 'failed' });
    await vi.runAllTimersAsync();
    expect(kept.map(({ content }) => content)).toEqual([text('in the tunnel')]);
    expect(statuses.at(-1)).toEqual({ kind: 'saved', at: 'v1' });
  });

  it('rejects the pending flush', async () => {
    const { saver, failures } = setUp();
    failures.push(OFFLINE);
    saver.change(text('x'));
    await expect(saver.flush()).rejects.toBe(OFFLINE);
  });

  it('waits for the person after a conflict, and then replaces the other text', async () => {
    const { saver, kept, statuses, failures } = setUp();
    failures.push(CONFLICT);
    saver.change(text('mine'));
    await vi.runAllTimersAsync();
    expect(kept).toEqual([]);
    expect(statuses.at(-1)).toEqual({ kind: 'conflict' });
    saver.overwrite();
    await vi.runAllTimersAsync();
    expect(kept).toEqual([{ content: text('mine'), from: null, isLeaving: false }]);
  });

  it('is given up after a conflict when the person chose the other text', async () => {
    const { saver, kept, failures } = setUp();
    failures.push(CONFLICT);
    saver.change(text('mine'));
    await vi.runAllTimersAsync();
    expect(saver.isAtRisk).toBe(true);
    saver.discard();
    expect(saver.isAtRisk).toBe(false);
    await saver.flush(true);
    expect(kept).toEqual([]);
  });
});
