/**
 * Rebuilds one file in a process of its own: it has no environment, no keys, no database, may write nothing and start
 * nothing, and is killed when it takes too long or too much memory. Runs on Node.js alone, without tsx: it imports by
 * whole file names, and so does what it imports.
 */
import type { UploadKind } from '@/generated/prisma/enums';
import { rebuildFile } from './rebuild-file.ts';
import type { RebuiltFile } from './rebuild-result.ts';
import { Refused } from './refused.ts';
import type { Refusal } from '../refusals.ts';

/** What it is given; its answer is a `RebuildAnswer`. */
export interface RebuildTask {
  kind: UploadKind;
  file: Uint8Array;
}

/** What it found. */
export type RebuildAnswer = { rebuilt: RebuiltFile } | { refusal: Refusal };

async function answerTo({ kind, file }: RebuildTask): Promise<RebuildAnswer> {
  try {
    return { rebuilt: await rebuildFile(kind, file) };
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
}

process.once('message', (task: RebuildTask) => {
  // Anything else that is thrown ends the process, which refuses the file.
  void answerTo(task).then((answer) => process.send?.(answer, () => process.disconnect()));
});
