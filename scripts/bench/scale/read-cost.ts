import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Connection } from 'mariadb';

/** What an idle server's whole work so far was: differences of two are the work between them. */
export interface Cost {
  rows: number;
  cpuMs: number;
}

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
/** Columns of /proc/<pid>/stat after the name of the program. */
const USER_TIME = 11;
const SYSTEM_TIME = 12;

let ownRows: number | undefined;

/** Reads the counters of all connections; what reading them costs is left out. */
export async function readCost(connection: Connection): Promise<Cost> {
  if (ownRows === undefined) {
    const first = await rowsRead(connection);
    ownRows = (await rowsRead(connection)) - first;
  }
  return { rows: (await rowsRead(connection)) - ownRows, cpuMs: await processorTime(connection) };
}

async function rowsRead(connection: Connection): Promise<number> {
  const rows = await connection.query<{ Value: string }[]>(
    `SHOW GLOBAL STATUS LIKE 'Handler_read%'`,
  );
  return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
}

async function processorTime(connection: Connection): Promise<number> {
  const [row] = await connection.query<{ file: string }[]>('SELECT @@pid_file AS file');
  const [folder] = await connection.query<{ path: string }[]>('SELECT @@datadir AS path');
  const file = row?.file ?? '';
  const pid = readFileSync(file.startsWith('/') ? file : `${folder?.path ?? ''}${file}`, 'utf8');
  const stat = readFileSync(`/proc/${pid.trim()}/stat`, 'utf8');
  const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(columns[USER_TIME]) + Number(columns[SYSTEM_TIME]);
  return (ticks * 1_000) / ticksPerSecond;
}
