import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataFolder } from '../data-folder';
import { installedPrograms } from '../installed-program';
import { freePorts } from '../ports';
import { unpackedPackages } from '../unpacked-packages';
import { startGaleraNode, type GaleraNode, type GaleraPorts } from './galera-node';
import { createSystemTables, databaseStatements, mariaDbPrograms } from './mariadb';

const REMEDY =
  'Run it on Debian or Ubuntu: it takes galera-4, mariadb-backup and mariadb-server from there.';
const COPY_ACCOUNT = 'copy';

/** A cluster of MariaDB servers; every node takes writes. */
export interface GaleraCluster {
  nodes: GaleraNode[];
  stop(): Promise<void>;
}

/**
 * Starts a cluster of MariaDB Galera on loopback: the first node alone, then the others one after another, each with
 * a copy of the data.
 */
export async function startGalera(options: {
  data: DataFolder;
  size: number;
  password: string;
}): Promise<GaleraCluster> {
  const { data, size, password } = options;
  const { server, installer } = mariaDbPrograms();
  installedPrograms({
    part: 'Galera',
    programs: [['socat']],
    packages: ['socat'],
    otherwise: REMEDY,
  });
  const packages = unpackedPackages({
    part: 'Galera',
    packages: ['galera-4', 'mariadb-backup', 'mariadb-server'],
    otherwise: REMEDY,
  });
  const places: GaleraPorts[] = [];
  for (let index = 0; index < size; index += 1) {
    const [sql = 0, group = 0, missed = 0, copy = 0] = await freePorts(4);
    places.push({ sql, group, missed, copy });
  }
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const nodes: GaleraNode[] = [];
  const stop = async () => {
    // The one that began the cluster last.
    for (const node of nodes.toReversed()) await node.stop();
  };
  try {
    for (const [index, ports] of places.entries()) {
      const name = `node-${index + 1}`;
      const first = index === 0;
      const folder = resolve(data.path, name, 'data');
      rmSync(folder, { recursive: true, force: true });
      if (first) createSystemTables(installer, folder, asRoot);
      nodes.push(
        await startGaleraNode({
          name,
          data,
          ports,
          group: places.map((place) => place.group),
          first,
          server,
          packages,
          password,
          copyAccount: `${COPY_ACCOUNT}:${password}`,
          ...(first && {
            statements: [...databaseStatements(password), ...copyStatements(password)],
          }),
        }),
      );
    }
    return { nodes, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function copyStatements(password: string): string[] {
  const account = `'${COPY_ACCOUNT}'@'localhost'`;
  return [
    `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}'`,
    `GRANT RELOAD, PROCESS, LOCK TABLES, REPLICATION CLIENT ON *.* TO ${account}`,
  ];
}
