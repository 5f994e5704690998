import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { createConnection } from 'mariadb';
import { ownVariable } from '../child-environment';
import type { DataFolder } from '../data-folder';
import { startService, type KillableService } from './service-process';

/** Loopback ports of one node. */
export interface GaleraPorts {
  sql: number;
  /** Messages of the group. */
  group: number;
  /** Receives the transactions that it missed. */
  missed: number;
  /** Receives a whole copy of the data. */
  copy: number;
}

/** A running node of a cluster. */
export interface GaleraNode extends KillableService {
  name: string;
  port: number;
}

export interface GaleraNodeOptions {
  name: string;
  data: DataFolder;
  ports: GaleraPorts;
  /** The group addresses of all nodes. */
  group: readonly number[];
  /** Whether it begins a new cluster rather than joining one. */
  first: boolean;
  /** `mariadbd`. */
  server: string;
  /** Where Debian's packages of Galera and mariadb-backup are unpacked. */
  packages: string;
  password: string;
  /** The account by which a node copies another's data; `name:password`. */
  copyAccount: string;
  /** Statements that the first node runs when it starts. */
  statements?: readonly string[];
}

/** Starts a node; a joining one first receives the data of another. */
export async function startGaleraNode(options: GaleraNodeOptions): Promise<GaleraNode> {
  const { name, data, ports, first, server, packages, password } = options;
  const folder = resolve(data.path, name);
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  const configuration = join(folder, 'my.cnf');
  writeFileSync(configuration, configurationOf(options, folder), { mode: 0o600 });
  const service = await startService({
    name,
    part: `MariaDB (${name})`,
    command: server,
    args: [
      `--defaults-file=${configuration}`,
      ...(first ? ['--wsrep-new-cluster'] : []),
      ...(process.getuid?.() === 0 ? ['--user=root'] : []),
    ],
    data,
    environment: {
      // Where the server looks for its state-transfer scripts, and they for mariadb-backup.
      PATH: [join(packages, 'usr/bin'), ownVariable('PATH') ?? '', '/usr/sbin', '/sbin'].join(
        delimiter,
      ),
    },
    patienceMs: 180_000,
    isReady: async () => {
      const connection = await createConnection({
        host: '127.0.0.1',
        port: ports.sql,
        user: 'medanchor',
        password,
      });
      const [row] = await connection.query<{ Value: string }[]>(
        "SHOW STATUS LIKE 'wsrep_local_state_comment'",
      );
      await connection.end();
      return row?.Value === 'Synced';
    },
  });
  return { ...service, name, port: ports.sql };
}

function configurationOf(options: GaleraNodeOptions, folder: string): string {
  const { name, ports, group, packages, copyAccount, statements = [] } = options;
  const init = join(folder, 'init.sql');
  writeFileSync(init, statements.map((statement) => `${statement};\n`).join(''), { mode: 0o600 });
  const provider = [
    `gmcast.listen_addr=tcp://127.0.0.1:${ports.group}`,
    `ist.recv_addr=127.0.0.1:${ports.missed}`,
    'gcache.size=64M',
    // A node that dies is left out after a few seconds.
    'evs.suspect_timeout=PT3S',
    'evs.inactive_timeout=PT6S',
  ];
  const settings = {
    datadir: join(folder, 'data'),
    tmpdir: join(folder, 'tmp'),
    // Relative to the data folder: a UNIX socket's path holds at most 107 bytes.
    socket: 'mariadb.sock',
    'bind-address': '127.0.0.1',
    port: String(ports.sql),
    'character-set-server': 'utf8mb4',
    'collation-server': 'utf8mb4_unicode_ci',
    binlog_format: 'ROW',
    innodb_autoinc_lock_mode: '2',
    innodb_flush_log_at_trx_commit: '2',
    innodb_buffer_pool_size: '128M',
    wsrep_on: 'ON',
    wsrep_provider: join(packages, 'usr/lib/galera/libgalera_smm.so'),
    wsrep_provider_options: `"${provider.join(';')}"`,
    wsrep_cluster_name: 'medanchor',
    wsrep_cluster_address: `gcomm://${group.map((port) => `127.0.0.1:${port}`).join(',')}`,
    wsrep_node_name: name,
    wsrep_node_address: '127.0.0.1',
    wsrep_node_incoming_address: `127.0.0.1:${ports.sql}`,
    wsrep_sst_method: 'mariabackup',
    wsrep_sst_receive_address: `127.0.0.1:${ports.copy}`,
    wsrep_sst_auth: copyAccount,
    wsrep_slave_threads: '2',
    ...(statements.length > 0 && { init_file: init }),
  };
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return `[mysqld]\nskip-name-resolve\n${lines.join('\n')}\n`;
}
