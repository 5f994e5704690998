import type { Connection } from 'mariadb';

/** By table. */
export type Rows = Record<string, bigint>;

/** How many rows some tables have. */
export async function countRows(connection: Connection, of: readonly string[]): Promise<Rows> {
  const counts: Rows = {};
  for (const table of of) {
    const [row] = await connection.query<{ n: bigint }[]>(`SELECT COUNT(*) AS n FROM \`${table}\``);
    counts[table] = row?.n ?? 0n;
  }
  return counts;
}

/** Every table but Prisma's own list of migrations, which grows. */
export async function tablesOf(connection: Connection): Promise<string[]> {
  const rows = await connection.query<{ name: string }[]>(
    `SELECT TABLE_NAME AS name FROM information_schema.TABLES
     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME <> '_prisma_migrations'`,
  );
  return rows.map(({ name }) => name);
}
