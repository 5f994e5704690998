import type { Connection } from 'mariadb';

const AT_ONCE = 1_000;

/** All rows of a query, page by page in the order of their ids. */
export async function* pages<Row extends { id: string }>(
  connection: Connection,
  select: string,
  id: string,
): AsyncGenerator<Row[]> {
  let after = '';
  for (;;) {
    const place = `${select.includes(' WHERE ') ? 'AND' : 'WHERE'} ${id} > ?`;
    const rows = await connection.query<Row[]>(
      `${select} ${place} ORDER BY ${id} LIMIT ${AT_ONCE}`,
      [after],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows;
  }
}
