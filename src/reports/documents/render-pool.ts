import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import { log } from '@/platform/logger';
import { MINUTE_MS } from '@/platform/time/durations';
import type { ReportDocument } from './report-document';
import type { RenderAnswer } from './render-thread';

/** The threads that render PDFs. */
export type RenderPool = Piscina<ReportDocument, RenderAnswer>;

const IDLE_MS = 5 * MINUTE_MS;

/** Run as it is, outside the bundle, as the worker is: `tsx` resolves its imports. */
const ENTRY = path.join(process.cwd(), 'src/reports/documents/render-thread.ts');

/**
 * Starts a pool. One core is left to the event loop, which answers everybody else.
 * @param entry the file that each thread runs; it exports `renderTask`
 */
export function startRenderPool(entry: string = ENTRY): RenderPool {
  const pool: RenderPool = new Piscina<ReportDocument, RenderAnswer>({
    filename: entry,
    name: 'renderTask',
    execArgv: ['--import', 'tsx'],
    minThreads: 1,
    maxThreads: Math.max(1, availableParallelism() - 1),
    idleTimeout: IDLE_MS,
  });
  // A thread that crashes without a document reports it here. Without a listener, that would end the server.
  pool.on('error', (error: unknown) => {
    log().error({ err: error }, 'a thread that renders PDFs crashed');
  });
  // Each document that waits listens for the end of threads.
  pool.setMaxListeners(0);
  return pool;
}

// Next.js reloads modules in development; one pool must outlive them.
const shared = globalThis as typeof globalThis & { medanchorRenderPool?: RenderPool };

/** The pool of this process, started when it is first asked for. */
export function renderPool(): RenderPool {
  shared.medanchorRenderPool ??= startRenderPool();
  return shared.medanchorRenderPool;
}
