import { createConnection, type Connection } from 'mariadb';

/**
 * A database beside the test file's own, dropped and created again.
 * @param suffix Tells it from the others of the same worker.
 */
export async function emptyDatabase(
  suffix: string,
): Promise<{ url: string; connection: Connection }> {
  const url = new URL(process.env['DATABASE_URL'] ?? '');
  const name = `${url.pathname.slice(1)}_${suffix}`;
  const connection = await createConnection({
    host: url.hostname,
    port: Number(url.port),
    user: url.username,
    password: url.password,
  });
  await connection.query(`CREATE OR REPLACE DATABASE ${name}`);
  await connection.query(`USE ${name}`);
  url.pathname = name;
  return { url: url.href, connection };
}
