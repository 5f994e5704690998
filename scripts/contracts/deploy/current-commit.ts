import { execa } from 'execa';

/** The commit of the working tree, `-dirty` when files differ from it; null outside of Git. */
export async function currentCommit(): Promise<string | null> {
  const args = ['describe', '--always', '--dirty', '--abbrev=40', '--exclude=*'];
  const { failed, stdout } = await execa('git', args, { cwd: import.meta.dirname, reject: false });
  return failed ? null : stdout.trim();
}
