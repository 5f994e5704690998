import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endProcess, isAlive, processIdentity } from './process-identity';
import { ProvisionError } from './provision-error';

/** A folder that holds the data of one set of services, used by one running program at a time. */
export interface DataFolder {
  readonly path: string;
  /** Remembers a process that the next owner of the folder must end if this one could not. */
  remember(pid: number): void;
  forget(pid: number): void;
  /** Gives the folder free. */
  release(): void;
}

const OWNER = 'owner';
const CHILDREN = 'children';

function lines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

/** Whether a living program uses this data folder. */
export function isClaimed(path: string): boolean {
  const [holder] = lines(join(path, OWNER));
  return holder !== undefined && isAlive(holder);
}

/**
 * Takes a data folder into use, and ends what an owner that was killed left running in it.
 * @throws ProvisionError when a living program uses it.
 */
export async function claimDataFolder(name: string): Promise<DataFolder> {
  const path = resolve(name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const owner = join(path, OWNER);
  const [holder] = lines(owner);
  if (holder !== undefined && isAlive(holder)) {
    throw new ProvisionError(
      'Data folder',
      `${name} is in use by process ${holder.split('@', 1)[0]}`,
      'Stop that process (Ctrl-C in its terminal) and start again.',
    );
  }
  await Promise.all(lines(join(path, CHILDREN)).map((child) => endProcess(child)));
  writeFileSync(owner, processIdentity(process.pid) ?? '');

  const children = new Map<number, string>();
  const save = () => writeFileSync(join(path, CHILDREN), [...children.values()].join('\n'));
  save();
  return {
    path,
    remember(pid) {
      const identity = processIdentity(pid);
      if (identity !== undefined) children.set(pid, identity);
      save();
    },
    forget(pid) {
      children.delete(pid);
      save();
    },
    release() {
      rmSync(owner, { force: true });
    },
  };
}
