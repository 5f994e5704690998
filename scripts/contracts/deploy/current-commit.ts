import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** The commit of the working tree, `-dirty` when files differ from it; null outside of Git. */
export async function currentCommit(): Promise<string | null> {
  const args = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
  try {
    const { stdout } = await promisify(execFile)('git', args, { cwd: import.meta.dirname });
    return stdout.trim();
  } catch {
    return null;
  }
}
