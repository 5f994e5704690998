/** Enough of a line to recognise its kind; a row may be megabytes long. */
const HEAD = 200;
const NEWLINE = 0x0a;

/**
 * Passes a dump of `mariadb-dump` on and counts the rows of each table in it. There each row has a line of its own,
 * because a line break inside a value is written as `\n`.
 * @param onEnd receives the counts; tables without rows are in it
 * @throws Error when the dump has another form
 */
export async function* countRows(
  dump: AsyncIterable<Uint8Array>,
  onEnd: (rows: Record<string, number>) => void,
): AsyncGenerator<Uint8Array> {
  const rows: Record<string, number> = {};
  let table = '';
  let head = Buffer.alloc(0);
  const endLine = () => {
    const line = head.toString('latin1');
    head = Buffer.alloc(0);
    const created = /^CREATE TABLE `([^`]+)`/.exec(line)?.[1];
    if (created !== undefined) rows[created] = 0;
    const inserted = /^INSERT INTO `([^`]+)`(.*)/.exec(line);
    if (inserted !== null) table = inserted[1] ?? '';
    if (inserted?.[2]?.includes('VALUES (') === true) {
      throw new Error('The dump has another form than MariaDB 10.6 and newer write');
    }
    if (line.startsWith('(')) rows[table] = (rows[table] ?? 0) + 1;
  };
  for await (const chunk of dump) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end));
      endLine();
      start = end + 1;
    }
    take(chunk.subarray(start));
    yield chunk;
  }
  endLine();
  onEnd(rows);

  function take(piece: Uint8Array): void {
    if (head.length < HEAD) head = Buffer.concat([head, piece.subarray(0, HEAD - head.length)]);
  }
}
