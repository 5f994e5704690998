import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execaSync } from 'execa';
import { createConnection } from 'mariadb';
import type { DataFolder } from '../data-folder';
import { installedPrograms } from '../installed-program';
import { ProvisionError } from '../provision-error';
import { startService, type Service } from './service-process';

const PART = 'MariaDB';
/** The database of the application; tests make others that begin with the same word. */
export const DATABASE = 'medanchor';
const REMEDY = 'Install MariaDB 10.6 or newer (the programs mariadbd and mariadb-install-db).';

/** Fills a new data folder, once. */
export function createSystemTables(
  installer: string,
  folder: string,
  asRoot: readonly string[],
): void {
  // An interrupted first start must not leave half a data folder: build aside, then rename.
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  // MariaDB deletes temporary tables that it finds when it starts: two installers must not share a folder of them.
  const temporary = `${folder}.tmp`;
  mkdirSync(temporary, { recursive: true });
  const options = [`--datadir=${draft}`, '--skip-test-db', '--skip-name-resolve', ...asRoot];
  const { failed, all } = execaSync(
    installer,
    ['--no-defaults', '--auth-root-authentication-method=socket', ...options],
    { all: true, reject: false, env: { TMPDIR: temporary } },
  );
  rmSync(temporary, { recursive: true, force: true });
  if (failed) {
    throw new ProvisionError(PART, `mariadb-install-db failed:\n${all}`, REMEDY);
  }
  renameSync(draft, folder);
}

/** The server and what fills its data folder, from this machine or from Debian. */
export function mariaDbPrograms(): { server: string; installer: string } {
  const [server = '', installer = ''] = installedPrograms({
    part: PART,
    programs: [['mariadbd'], ['mariadb-install-db'], ['my_print_defaults']],
    // Neither package starts a server of its own; the installer needs the second one's tools.
    packages: ['mariadb-server-core', 'mariadb-client-core'],
    otherwise: REMEDY,
  });
  return { server, installer };
}

/** What makes the application's database and its one account. */
export function databaseStatements(password: string): string[] {
  const account = `'medanchor'@'127.0.0.1'`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${DATABASE}\``,
    `CREATE USER IF NOT EXISTS ${account}`,
    `ALTER USER ${account} IDENTIFIED BY '${password}'`,
    `GRANT ALL PRIVILEGES ON \`${DATABASE}%\`.* TO ${account}`,
  ];
}

/**
 * Starts a private MariaDB server on a folder of its own. Its one account may do everything in
 * databases whose names begin with `medanchor`, and nothing elsewhere.
 * @param options.throwaway Trades safety against a power cut for speed.
 * @returns the address of the application's database (created when missing).
 */
export async function startMariaDb(options: {
  data: DataFolder;
  port: number;
  password: string;
  throwaway: boolean;
  onExit?: ((part: string) => void) | undefined;
}): Promise<Service & { url: string }> {
  const { data, port, password } = options;
  const { server, installer } = mariaDbPrograms();
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const folder = join(data.path, 'mariadb');
  if (!existsSync(folder)) createSystemTables(installer, folder, asRoot);

  const init = join(data.path, 'mariadb-init.sql');
  const statements = databaseStatements(password);
  writeFileSync(init, statements.map((statement) => `${statement};\n`).join(''), { mode: 0o600 });

  const temporary = join(data.path, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const url = `mysql://medanchor:${password}@127.0.0.1:${port}/${DATABASE}`;
  const service = await startService({
    name: 'mariadb',
    part: PART,
    command: server,
    args: [
      '--no-defaults',
      `--datadir=${folder}`,
      `--tmpdir=${temporary}`,
      // Relative to the data folder: a UNIX socket's path holds at most 107 bytes.
      '--socket=mariadb.sock',
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      `--init-file=${init}`,
      ...(options.throwaway
        ? ['--innodb-flush-log-at-trx-commit=0', '--skip-innodb-doublewrite']
        : []),
      ...asRoot,
    ],
    data,
    isReady: async () => {
      const connection = await createConnection(url.replace('mysql://', 'mariadb://'));
      await connection.end();
      return true;
    },
    onExit: options.onExit,
  });
  return { url, ...service };
}
