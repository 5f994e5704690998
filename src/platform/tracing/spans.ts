import type { AsyncLocalStorage } from 'node:async_hooks';

/** What a span carries: names, numbers and codes, nothing of a person. */
export type SpanAttributes = Record<string, string | number | boolean>;

/** How a piece of work went. */
interface SpanEnd {
  /** When it is known only now. */
  name?: string;
  attributes?: SpanAttributes;
  /** A closed code; absent when the work succeeded. */
  errorCode?: string;
}

/** A piece of work that is being measured. */
export interface OpenSpan {
  readonly traceId: string;
  child(name: string, attributes: SpanAttributes): OpenSpan;
  end(how?: SpanEnd): void;
}

/** Set by start-tracing.ts alone. */
export interface Tracing {
  startRoot(kind: 'server' | 'consumer', name: string, attributes: SpanAttributes): OpenSpan;
  current: AsyncLocalStorage<OpenSpan>;
}

// The server and the bundle that it serves each load this file: they share one tracing.
const shared = globalThis as typeof globalThis & { medanchorTracing?: Tracing | undefined };

/** Turns tracing on, or off with undefined. */
export function setTracing(tracing: Tracing | undefined): void {
  shared.medanchorTracing = tracing;
}

/** Begins the first span of a trace; null when there is no tracing. */
export function startRootSpan(
  ...given: Parameters<Tracing['startRoot']>
): (OpenSpan & { run: (work: () => void) => void }) | null {
  const tracing = shared.medanchorTracing;
  if (tracing === undefined) return null;
  const span = tracing.startRoot(...given);
  return { ...span, run: (work) => tracing.current.run(span, work) };
}

/** Measures work that no request waits for as a trace of its own. */
export async function traceRoot<T>(
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> {
  const tracing = shared.medanchorTracing;
  if (tracing === undefined) return work();
  return measure(tracing, tracing.startRoot('consumer', name, attributes), work);
}

/** Measures a step of the request or job that is under way; where there is none, it is only done. */
export async function traced<T>(
  name: string,
  attributes: SpanAttributes,
  work: () => Promise<T>,
): Promise<T> {
  const tracing = shared.medanchorTracing;
  const parent = tracing?.current.getStore();
  if (tracing === undefined || parent === undefined) return work();
  return measure(tracing, parent.child(name, attributes), work);
}

async function measure<T>(tracing: Tracing, span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    const result = await tracing.current.run(span, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ errorCode: codeOf(error) });
    throw error;
  }
}

/** Messages may hold addresses and names; codes and the names of errors do not. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
