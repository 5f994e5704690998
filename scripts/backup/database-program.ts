import { execa } from 'execa';
import { connectionOptions } from '@/platform/database/database-url';
import { childEnvironment } from '../provision/child-environment';
import { installedPrograms } from '../provision/installed-program';
import { ProvisionError } from '../provision/provision-error';

const PART = 'MariaDB client';

/**
 * Starts `mariadb-dump` or `mariadb` on a database.
 * @param tables for a dump of these alone
 */
export function startDatabaseProgram(
  program: 'mariadb-dump' | 'mariadb',
  databaseUrl: string,
  args: readonly string[],
  tables: readonly string[] = [],
) {
  const { host, port, user, password, database, ssl } = connectionOptions(databaseUrl);
  const [path = ''] = installedPrograms({
    part: PART,
    programs: [[program]],
    packages: ['mariadb-client'],
    otherwise: 'Install the client programs of MariaDB 10.6 or newer.',
  });
  const tls = ssl === true ? ['--ssl', '--ssl-verify-server-cert'] : ['--skip-ssl'];
  const connection = [`--host=${host}`, `--port=${port}`, `--user=${user}`, '--protocol=tcp'];
  return execa(path, ['--no-defaults', ...connection, ...tls, ...args, database, ...tables], {
    // Not among the arguments, which every user of the machine can read.
    env: childEnvironment({ MYSQL_PWD: password }),
    extendEnv: false,
    buffer: { stdout: false },
    reject: false,
    encoding: 'buffer',
  });
}

/** @throws ProvisionError with the program's own words when it failed */
export function mustHaveWorked(title: string, result: { failed: boolean; stderr?: unknown }): void {
  if (!result.failed) return;
  const words = result.stderr instanceof Uint8Array ? Buffer.from(result.stderr).toString() : '';
  throw new ProvisionError(PART, `${title} failed: ${words.trim()}`, 'Check DATABASE_URL.');
}
