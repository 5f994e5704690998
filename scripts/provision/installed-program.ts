import { spawnSync } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { childEnvironment, ownVariable } from './child-environment';
import { ProvisionError } from './provision-error';

const APT_LOG = '.data/provision/apt.log';
/** Debian installs daemons in sbin, which is often not in PATH; Homebrew has its own folder. */
const MORE_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

/** The path of the first of these programs that this machine has. */
export function findProgram(names: readonly string[]): string | undefined {
  const folders = [...(ownVariable('PATH') ?? '').split(delimiter), ...MORE_FOLDERS];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function apt(...args: string[]): boolean {
  mkdirSync('.data/provision', { recursive: true });
  const log = openSync(APT_LOG, 'a');
  // Not by execa, which would write the log only when apt has ended.
  const { status } = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=180', ...args], {
    stdio: ['ignore', log, log],
    env: childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }),
  });
  closeSync(log);
  return status === 0;
}

/**
 * The paths of programs, installed from Debian's or Ubuntu's packages when missing and we may.
 * @param needed.programs For each program the names that it goes by; the first found wins.
 * @throws ProvisionError with instructions for installing them by hand.
 */
export function installedPrograms(needed: {
  part: string;
  programs: readonly (readonly string[])[];
  packages: readonly string[];
  otherwise: string;
}): string[] {
  const { part, programs, packages, otherwise } = needed;
  const find = () => programs.flatMap((names) => findProgram(names) ?? []);
  const complete = (paths: string[]) => paths.length === programs.length;
  const present = find();
  if (complete(present)) return present;

  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (findProgram(['apt-get']) === undefined) {
    throw new ProvisionError(part, 'it is not installed, and this system has no apt', otherwise);
  }
  if (process.getuid?.() !== 0) {
    const remedy = `Run \`sudo ${command}\` and start again. ${otherwise}`;
    throw new ProvisionError(part, 'it is not installed, and only root may install it', remedy);
  }
  const install = () => apt('install', '-y', '--no-install-recommends', ...packages);
  // A fresh machine has no package lists yet; an old one may have outdated ones.
  if (!install() && apt('update')) install();
  const installed = find();
  if (!complete(installed)) {
    throw new ProvisionError(part, `\`${command}\` failed, see ${APT_LOG}`, otherwise);
  }
  return installed;
}
