import { setTimeout } from 'node:timers/promises';
import { createConnection } from 'mariadb';
import { checkTrail } from '@/audit/check/check-trail';
import { database } from '@/platform/database/database';
import { connectionOptions } from '@/platform/database/database-url';
import { MINUTE_MS } from '@/platform/time/durations';
import type { ClusterSystem } from './cluster-system';

/** A worker that dies keeps what it had claimed for two minutes. */
const PATIENCE_MS = 6 * MINUTE_MS;

/** Waits until all are sealed. @returns how many are */
export async function untilSealed(ids: readonly string[]): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const sealed = await database().report.count({
      where: { id: { in: [...ids] }, state: 'ANCHORED' },
    });
    if (sealed === ids.length || Date.now() > deadline) return sealed;
    await setTimeout(500);
  }
}

/** Waits until no job is left. @returns how many still wait, and how many failed for good */
export async function untilJobsDone(): Promise<{ waiting: number; failed: number }> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const waiting = await database().outboxJob.count({ where: { doneAt: null, failedAt: null } });
    if (waiting === 0 || Date.now() > deadline) {
      return {
        waiting,
        failed: await database().outboxJob.count({ where: { failedAt: { not: null } } }),
      };
    }
    await setTimeout(500);
  }
}

/** Mails that went out, and those that went out again: a repetition has the same Message-ID. */
export async function countMails(inboxUrl: string): Promise<{ mails: number; again: string[] }> {
  const response = await fetch(new URL('/email', inboxUrl));
  const mails = (await response.json()) as { messageId?: string; time: string }[];
  const seen = new Set<string>();
  const again = mails
    .toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time))
    .filter(({ messageId = '' }) => seen.size === seen.add(messageId).size)
    .map(({ time }) => new Date(time).toISOString());
  return { mails: mails.length, again };
}

/** Whether the running databases hold the same reports. */
export async function areAlike(system: ClusterSystem): Promise<boolean> {
  const answers = await Promise.all(
    system.cluster.nodes.map(async ({ port }) => {
      const connection = await createConnection(connectionOptions(system.urlOf(port))).catch(
        () => null,
      );
      if (connection === null) return [];
      await connection.query('SET SESSION wsrep_sync_wait = 7');
      const [row] = await connection.query<{ sum: unknown }[]>(
        'SELECT CONCAT(COUNT(*), " ", SUM(CRC32(CONCAT(id, state, code)))) AS sum FROM Report',
      );
      await connection.end();
      return [String(row?.sum)];
    }),
  );
  return new Set(answers.flat()).size === 1;
}

export async function isTrailWhole(): Promise<boolean> {
  while (await checkTrail());
  const check = await database().trailCheck.findUniqueOrThrow({ where: { id: 1 } });
  return check.brokenShard === null;
}

/** What reports left in a table. */
interface TableSize {
  name: string;
  rows: number;
  rowsPerReport: number;
  bytesPerReport: number;
}

/** What all of it left in the database: tables with at least one row for ten reports. */
export async function tableSizes(count: number): Promise<TableSize[]> {
  const sizes: TableSize[] = [];
  for (const name of await tableNames()) {
    const [row] = await database().$queryRawUnsafe<{ rows: number | bigint }[]>(
      `SELECT COUNT(*) AS \`rows\` FROM \`${name}\``,
    );
    const rows = Number(row?.rows ?? 0);
    if (10 * rows < count) continue;
    const bytesPerReport = Math.round((await bytesOf(name)) / count);
    sizes.push({ name, rows, rowsPerReport: Math.round((10 * rows) / count) / 10, bytesPerReport });
  }
  return sizes.sort((a, b) => b.rows - a.rows);
}

async function tableNames(): Promise<string[]> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()`;
  return tables.map(({ name }) => name);
}

/** Rows and indexes, by whole pages. */
async function bytesOf(name: string): Promise<number> {
  // Otherwise the server knows only what it counted some time ago.
  await database().$queryRawUnsafe(`ANALYZE TABLE \`${name}\``);
  const [row] = await database().$queryRaw<{ bytes: number | bigint }[]>`
    SELECT DATA_LENGTH + INDEX_LENGTH AS bytes FROM information_schema.TABLES
    WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ${name}`;
  return Number(row?.bytes ?? 0);
}
