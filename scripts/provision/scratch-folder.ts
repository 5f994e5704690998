import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataFolder, isClaimed, type DataFolder } from './data-folder';

const ROOT = '.data';

/**
 * A data folder for one run, named after the process. What runs that were killed left behind, their
 * processes and their folders, goes first.
 */
export async function claimScratchFolder(prefix: string): Promise<DataFolder> {
  const leftovers = existsSync(ROOT)
    ? readdirSync(ROOT).filter((name) => name.startsWith(`${prefix}-`))
    : [];
  for (const name of leftovers.filter((folder) => !isClaimed(join(ROOT, folder)))) {
    const folder = await claimDataFolder(join(ROOT, name));
    rmSync(folder.path, { recursive: true, force: true });
  }
  return claimDataFolder(join(ROOT, `${prefix}-${process.pid}`));
}
