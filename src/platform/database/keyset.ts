/**
 * Where a page of a list begins: at one of its ends, or beside a row that another page showed. Unlike a page
 * number, it is found by an index however long the list is, and no row is skipped when another comes in.
 */
export type PagePlace<Key> =
  { from: 'newest' } | { from: 'oldest' } | { from: 'older' | 'newer'; key: Key };

/** The places of the pages beside one, as an address has them; null where there is none. */
export interface PageSteps {
  newer: string | null;
  older: string | null;
}

/** Rows of a list, newest first. */
export interface ListPage<Row> extends PageSteps {
  rows: Row[];
}

/** What a page asks of the database: `take` rows beyond `key`, in this direction. */
export interface KeysetQuery<Key> {
  /** Null: from the list's end. */
  key: Key | null;
  direction: 'older' | 'newer';
  take: number;
}

/** The address of the list's last page. */
export const OLDEST = 'oldest';

/**
 * Reads a place from an address.
 * @param parseKey null for what is no key
 * @returns the newest page for anything unreadable
 */
export function readPlace<Key>(
  text: unknown,
  parseKey: (text: string) => Key | null,
): PagePlace<Key> {
  if (text === OLDEST) return { from: 'oldest' };
  const [, from, keyText] = /^(older|newer)~(.{1,100})$/.exec(String(text)) ?? [];
  const key = keyText === undefined ? null : parseKey(keyText);
  if (key === null) return { from: 'newest' };
  return { from: from === 'newer' ? 'newer' : 'older', key };
}

/**
 * Reads one page, and whether there are others.
 * @param keyText the key of a row, as parseKey of readPlace takes it
 */
export async function readPage<Row, Key>(
  place: PagePlace<Key>,
  size: number,
  read: (query: KeysetQuery<Key>) => Promise<Row[]>,
  keyText: (row: Row) => string,
): Promise<ListPage<Row>> {
  const isBackward = place.from === 'oldest' || place.from === 'newer';
  const found = await read({
    key: 'key' in place ? place.key : null,
    direction: isBackward ? 'newer' : 'older',
    // One more shows whether there is another page.
    take: size + 1,
  });
  const hasMore = found.length > size;
  const isAtStart = isBackward ? !hasMore : found.length === 0;
  if (place.from !== 'newest' && isAtStart) {
    return readPage({ from: 'newest' }, size, read, keyText);
  }
  const rows = found.slice(0, size);
  if (isBackward) rows.reverse();
  const [first, last] = [rows.at(0), rows.at(-1)];
  const hasNewer = place.from !== 'newest';
  const hasOlder = isBackward ? place.from === 'newer' : hasMore;
  return {
    rows,
    newer: hasNewer && first !== undefined ? `newer~${keyText(first)}` : null,
    older: hasOlder && last !== undefined ? `older~${keyText(last)}` : null,
  };
}

/** The key of a list by time: two rows of one moment are distinguished by their ids. */
export interface TimeKey {
  at: Date;
  id: string;
}

/** A time key as an address has it. */
export function timeKeyText({ at, id }: TimeKey): string {
  return `${at.getTime()}.${id}`;
}

/** Reads a time key; the id may be empty. */
export function parseTimeKey(text: string): TimeKey | null {
  const [, time, id] = /^(\d{1,14})\.([0-9a-f-]{36}|)$/.exec(text) ?? [];
  return time === undefined || id === undefined ? null : { at: new Date(Number(time)), id };
}
