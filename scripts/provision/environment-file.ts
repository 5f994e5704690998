import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The variables of an environment, by name. */
export type Environment = Record<string, string>;

/** Reads `NAME=value` lines; a missing file has none. */
export function readEnvironmentFile(path: string): Environment {
  if (!existsSync(path)) return {};
  return Object.fromEntries(
    Object.entries(parseEnv(readFileSync(path, 'utf8'))).map(([name, value]) => [
      name,
      value ?? '',
    ]),
  );
}

/** Writes `NAME='value'` lines, for `node --env-file` or a shell, that only this user may read. */
export function writeEnvironmentFile(path: string, environment: Environment): void {
  const lines = Object.entries(environment).map(([name, value]) => `${name}='${value}'\n`);
  writeFileSync(`${path}.new`, lines.join(''), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
