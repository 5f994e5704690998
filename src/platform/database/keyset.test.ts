import { describe, expect, it } from 'vitest';
import {
  OLDEST,
  parseTimeKey,
  readPage,
  readPlace,
  timeKeyText,
  type KeysetQuery,
  type ListPage,
} from './keyset';

/** 7, 6, …, 1 in pages of three. */
const LIST = [7, 6, 5, 4, 3, 2, 1];

function parseNumber(text: string): number | null {
  return /^\d+$/.test(text) ? Number(text) : null;
}

function page(text?: string, list = LIST): Promise<ListPage<number>> {
  const read = ({ key, direction, take }: KeysetQuery<number>) => {
    const ordered = direction === 'older' ? list : list.toReversed();
    const beyond = ordered.filter(
      (row) => key === null || (direction === 'older' ? row < key : row > key),
    );
    return Promise.resolve(beyond.slice(0, take));
  };
  return readPage(readPlace(text, parseNumber), 3, read, String);
}

describe('readPage', () => {
  it('walks to the end of a list and back', async () => {
    const first = await page();
    expect(first).toEqual({ rows: [7, 6, 5], newer: null, older: 'older~5' });
    const second = await page(first.older ?? '');
    expect(second).toEqual({ rows: [4, 3, 2], newer: 'newer~4', older: 'older~2' });
    expect(await page(second.older ?? '')).toEqual({ rows: [1], newer: 'newer~1', older: null });
    expect(await page('newer~1')).toEqual({
      rows: [4, 3, 2],
      newer: 'newer~4',
      older: 'older~2',
    });
    expect(await page(second.newer ?? '')).toEqual(first);
  });

  it('begins at the end, and at the start of a list that has become shorter', async () => {
    expect(await page(OLDEST)).toEqual({ rows: [3, 2, 1], newer: 'newer~3', older: null });
    expect(await page('older~1')).toEqual(await page());
    expect(await page('newer~6')).toEqual(await page());
    expect(await page(OLDEST, [2, 1])).toEqual({ rows: [2, 1], newer: null, older: null });
    expect(await page('older~4', [])).toEqual({ rows: [], newer: null, older: null });
  });

  it.each(['2', 'older', 'older~x', 'elsewhere~3', `older~${'9'.repeat(101)}`, undefined])(
    'shows the newest page for %s',
    async (text) => {
      expect(await page(text)).toEqual(await page());
    },
  );
});

describe('a time key', () => {
  it('is read as it was written', () => {
    const key = { at: new Date(1_764_200_000_123), id: '01900000-0000-7000-8000-a00000000001' };
    expect(parseTimeKey(timeKeyText(key))).toEqual(key);
    expect(parseTimeKey(timeKeyText({ ...key, id: '' }))).toEqual({ ...key, id: '' });
    expect(parseTimeKey('yesterday.1')).toBeNull();
    expect(parseTimeKey("1.'; DROP TABLE Report; --")).toBeNull();
  });
});
