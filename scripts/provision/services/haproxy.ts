import { globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder';
import { findProgram } from '../installed-program';
import { unpackedPackages } from '../unpacked-packages';
import { startService, type Service } from './service-process';

const PACKAGES = ['haproxy', 'liblua5.3-0', 'libopentracing-c-wrapper0', 'libopentracing1'];

/** One address for several servers of the same kind. */
export interface Front {
  name: string;
  port: number;
  /** How the servers are checked: by a page, or by a connection. */
  check: { path: string } | 'connection';
  servers: readonly number[];
}

/** Starts HAProxy on loopback: each front sends its callers to its living servers in turn. */
export async function startHaproxy(data: DataFolder, fronts: readonly Front[]): Promise<Service> {
  const installed = findProgram(['haproxy']);
  const packages =
    installed === undefined
      ? unpackedPackages({
          part: 'HAProxy',
          packages: PACKAGES,
          otherwise: 'Install HAProxy 2.4 or newer (the program haproxy).',
        })
      : undefined;
  const libraries = packages === undefined ? [] : globSync(join(packages, 'usr/lib/*-linux-gnu'));
  const configuration = join(data.path, 'haproxy.cfg');
  writeFileSync(configuration, configurationOf(fronts));
  const [first] = fronts;
  return startService({
    name: 'haproxy',
    part: 'HAProxy',
    command: installed ?? join(packages ?? '', 'usr/sbin/haproxy'),
    args: ['-f', configuration, '-db'],
    data,
    ...(libraries.length > 0 && { environment: { LD_LIBRARY_PATH: libraries.join(':') } }),
    isReady: async () => {
      await fetch(`http://127.0.0.1:${first?.port ?? 0}/`);
      return true;
    },
  });
}

function configurationOf(fronts: readonly Front[]): string {
  const defaults = [
    'defaults',
    '  timeout connect 2s',
    '  timeout client 90s',
    '  timeout server 90s',
    '  balance roundrobin',
    '  retries 3',
    '  option redispatch',
    // A caller of a server that died learns it at once.
    '  default-server inter 500ms fall 2 rise 2 on-marked-down shutdown-sessions',
  ];
  const sections = fronts.flatMap(({ name, port, check, servers }) => [
    `listen ${name}`,
    `  bind 127.0.0.1:${port}`,
    ...(check === 'connection'
      ? ['  mode tcp']
      : ['  mode http', `  option httpchk GET ${check.path}`]),
    ...servers.map((server, index) => `  server ${name}-${index + 1} 127.0.0.1:${server} check`),
  ]);
  return `${[...defaults, ...sections].join('\n')}\n`;
}
