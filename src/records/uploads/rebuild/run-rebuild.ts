import { fork, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import type { RebuildAnswer, RebuildTask } from './rebuild-process';

/** How much one check may take. */
export interface RebuildLimits {
  timeoutMs: number;
  /** Resident memory: what native code takes is in it, which Node's own limit does not count. */
  maxResidentBytes: number;
}

const LIMITS: RebuildLimits = { timeoutMs: MINUTE_MS, maxResidentBytes: 1_200 * 1_024 ** 2 };
const HEAP_MIB = 512;
const WATCH_MS = 100;
const PAGE_BYTES = 4_096;

const ENTRY = fileURLToPath(new URL('./rebuild-process.ts', import.meta.url));
const READABLE = ['../../../../node_modules/', '../../../../package.json', '../'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** One after the other, so that the memory of a worker is bounded whatever is sent. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Rebuilds a file in a process of its own (see rebuild-process.ts).
 * @returns the rebuilt file, or why it is refused; `check-failed` when the process crashed or was killed
 */
export function runRebuild(task: RebuildTask, limits = LIMITS): Promise<RebuildAnswer> {
  const next = last.then(() => rebuildInChild(task, limits));
  last = next.catch(() => undefined);
  return next;
}

async function rebuildInChild(task: RebuildTask, limits: RebuildLimits): Promise<RebuildAnswer> {
  const child = fork(ENTRY, [], {
    execArgv: [
      ...[`--max-old-space-size=${HEAP_MIB}`, '--disable-warning=ExperimentalWarning'],
      // sharp is native; nothing else of the machine is open to it.
      ...['--permission', '--allow-addons', ...READABLE.map((path) => `--allow-fs-read=${path}`)],
    ],
    env: { NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const stopWatching = watch(child, limits);
  try {
    return await answerOf(child, task);
  } finally {
    stopWatching();
    child.kill('SIGKILL');
  }
}

function answerOf(child: ChildProcess, task: RebuildTask): Promise<RebuildAnswer> {
  return new Promise((resolve) => {
    let [complaint, hasAnswered] = ['', false];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2_000);
    });
    // The process is ours, and this is all that it sends.
    child.once('message', (answer) => {
      hasAnswered = true;
      resolve(answer as RebuildAnswer);
    });
    child.once('error', (error) => {
      complaint += String(error);
    });
    child.once('close', (code, signal) => {
      if (hasAnswered) return;
      log().warn({ kind: task.kind, code, signal, complaint }, 'the check of a file failed');
      resolve({ refusal: 'check-failed' });
    });
    // A process that ended before it read the task is met by `close`.
    child.send(task, () => undefined);
  });
}

/** Kills the process when its time or its memory is used up. @returns ends the watch */
function watch(child: ChildProcess, { timeoutMs, maxResidentBytes }: RebuildLimits): () => void {
  const timeout = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  const watching = setInterval(() => {
    void residentBytes(child.pid).then((bytes) => {
      if (bytes > maxResidentBytes) child.kill('SIGKILL');
    });
  }, WATCH_MS);
  return () => {
    clearTimeout(timeout);
    clearInterval(watching);
  };
}

/** Resident memory of a process; 0 where it cannot be read, such as outside Linux. */
async function residentBytes(pid = 0): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES;
}
