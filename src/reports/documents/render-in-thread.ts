import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import { AppError } from '@/platform/errors';
import { MINUTE_MS } from '@/platform/time/durations';
import type { ReportDocument } from './report-document';
import type { RenderAnswer } from './render-thread';
import { UndrawableError } from '@/reports/pdf/require-drawable';

/** Documents that may wait for a thread: at a fifth of a second each, a person waits some seconds. */
export const MAX_WAITING = 24;
/** Far more than any document takes; a thread that hangs is ended and replaced. */
const PATIENCE_MS = MINUTE_MS;
const IDLE_MS = 5 * MINUTE_MS;

/** Run as it is, outside the bundle, as the worker is: `tsx` resolves its imports. */
const ENTRY = path.join(process.cwd(), 'src/reports/documents/render-thread.ts');

// Next.js reloads modules in development; one pool must outlive them.
const shared = globalThis as typeof globalThis & {
  medanchorRenderPool?: Piscina<ReportDocument, RenderAnswer>;
};

/** One core is left to the event loop, which answers everybody else. */
function pool(): Piscina<ReportDocument, RenderAnswer> {
  shared.medanchorRenderPool ??= new Piscina<ReportDocument, RenderAnswer>({
    filename: ENTRY,
    name: 'renderTask',
    execArgv: ['--import', 'tsx'],
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: IDLE_MS,
  });
  return shared.medanchorRenderPool;
}

/**
 * Renders a report's PDF in a thread, so that other requests are answered meanwhile.
 * @throws AppError undrawable-character; server-busy, with a time, when too many wait
 */
export async function renderInThread(document: ReportDocument): Promise<Uint8Array> {
  const threads = pool();
  if (threads.queueSize >= MAX_WAITING) throw busy(threads);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await threads.run(document, { signal }).catch((error: unknown) => {
    throw signal.aborted ? busy(threads) : error;
  });
  if ('pdf' in answer) return answer.pdf;
  throw new UndrawableError(answer.undrawable);
}

/** Before any document is rendered there is no mean to count with. */
const FIRST_GUESS_MS = 1_000;

/** With the time after which those who wait now will have been served. */
function busy({ queueSize, histogram, maxThreads }: ReturnType<typeof pool>): AppError {
  const mean = Number.isFinite(histogram.runTime.mean) ? histogram.runTime.mean : FIRST_GUESS_MS;
  const seconds = Math.ceil((queueSize * mean) / 1_000 / maxThreads);
  return new AppError('server-busy', { retryAfterSeconds: Math.max(1, seconds) });
}
