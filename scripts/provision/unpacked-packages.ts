import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execaSync } from 'execa';
import { childEnvironment } from './child-environment';
import { findProgram } from './installed-program';
import { ProvisionError } from './provision-error';

const FOLDER = '.data/provision/debian';

/**
 * Files of Debian's packages without installing them: no root is needed, and no service is started.
 * @param options.packages names; what they depend on is not fetched
 * @returns the folder that stands for `/`
 * @throws ProvisionError where there is no apt, or it does not have a package
 */
export function unpackedPackages(options: {
  part: string;
  packages: readonly string[];
  otherwise: string;
}): string {
  const { part, packages, otherwise } = options;
  const root = resolve(FOLDER, packages.join('+'));
  if (existsSync(root)) return root;
  if (findProgram(['apt-get']) === undefined || findProgram(['dpkg-deb']) === undefined) {
    throw new ProvisionError(part, 'it is not installed, and this system has no apt', otherwise);
  }
  const draft = `${root}.new`;
  rmSync(draft, { recursive: true, force: true });
  const downloads = join(draft, 'downloads');
  mkdirSync(downloads, { recursive: true });
  run(part, otherwise, downloads, 'apt-get', ['download', ...packages]);
  for (const file of readdirSync(downloads)) {
    run(part, otherwise, downloads, 'dpkg-deb', ['--extract', file, draft]);
  }
  rmSync(downloads, { recursive: true });
  renameSync(draft, root);
  return root;
}

function run(part: string, remedy: string, cwd: string, command: string, args: string[]): void {
  const { failed, stderr } = execaSync(command, args, {
    cwd,
    env: childEnvironment(),
    extendEnv: false,
    reject: false,
  });
  if (!failed) return;
  throw new ProvisionError(part, `\`${command} ${args.join(' ')}\` failed:\n${stderr}`, remedy);
}
