import { AppError } from '@/platform/errors';
import { log } from '@/platform/logger';
import { patience } from '@/platform/time/patience';
import { UndrawableError } from '@/reports/pdf/require-drawable';
import type { ReportDocument } from './report-document';
import { renderPool, type RenderPool } from './render-pool';
import type { RenderAnswer } from './render-thread';

/** Documents that may wait for a thread: at a fifth of a second each, a person waits some seconds. */
export const MAX_WAITING = 24;
/** How many threads a document may lose before it is refused: it may itself be what crashes them. */
export const MAX_TRIES = 3;
/** A thread restarts within some seconds. */
const CRASH_PAUSE_SECONDS = 10;

/**
 * Renders a report's PDF in a thread, so that other requests are answered meanwhile. When the thread dies on the way,
 * the document goes to a fresh one, at most MAX_TRIES times.
 * @param threads the pool; by default the one of this process
 * @throws AppError undrawable-character; server-busy, with a time, when too many wait; pdf-unavailable, with a time,
 *   when each thread died
 */
export async function renderInThread(
  document: ReportDocument,
  threads: RenderPool = renderPool(),
): Promise<Uint8Array> {
  if (threads.queueSize >= MAX_WAITING) throw busy(threads);
  const answer = await renderWithRetries(document, threads);
  if ('pdf' in answer) return answer.pdf;
  if ('undrawable' in answer) throw new UndrawableError(answer.undrawable);
  throw new Error(`A PDF could not be rendered: ${answer.failure}`);
}

/** What a document throws comes back as an answer. So a call fails only when its thread died or hung. */
async function renderWithRetries(
  document: ReportDocument,
  threads: RenderPool,
): Promise<RenderAnswer> {
  const deadline = AbortSignal.timeout(patience().renderMs);
  for (let tries = 1; ; tries += 1) {
    try {
      return await renderOnce(document, threads, deadline);
    } catch (error) {
      if (deadline.aborted) throw busy(threads);
      log().error({ err: error, tries }, 'a thread died while it rendered a PDF');
      if (tries === MAX_TRIES) {
        throw new AppError('pdf-unavailable', {
          retryAfterSeconds: CRASH_PAUSE_SECONDS,
          cause: error,
        });
      }
    }
  }
}

/**
 * Piscina does not replace a thread that dies while it starts: documents would wait for a thread that never comes.
 * When no thread is left, the call fails, and the next one starts a thread.
 */
async function renderOnce(
  document: ReportDocument,
  threads: RenderPool,
  deadline: AbortSignal,
): Promise<RenderAnswer> {
  const abandoned = new AbortController();
  // The pool first replaces the thread, where it does.
  const look = () =>
    setImmediate(() => {
      if (threads.threads.length === 0) abandoned.abort();
    });
  threads.on('workerDestroy', look);
  try {
    const signal = AbortSignal.any([deadline, abandoned.signal]);
    return await threads.run(document, { signal });
  } finally {
    threads.off('workerDestroy', look);
  }
}

/** Before any document is rendered there is no mean to count with. */
const FIRST_GUESS_MS = 1_000;

/** With the time after which those who wait now will have been served. */
function busy({ queueSize, histogram, maxThreads }: RenderPool): AppError {
  const mean = Number.isFinite(histogram.runTime.mean) ? histogram.runTime.mean : FIRST_GUESS_MS;
  const seconds = Math.ceil((queueSize * mean) / 1_000 / maxThreads);
  return new AppError('server-busy', { retryAfterSeconds: Math.max(1, seconds) });
}
