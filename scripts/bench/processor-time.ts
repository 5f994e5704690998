/** What is used of an event of Chromium's trace; times in microseconds. */
interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  dur?: number;
  /** Time of the processor alone. */
  tdur?: number;
}

/** How much slower than this machine Lighthouse's phone is. */
const SLOWDOWN = 4;
/** A task that takes longer keeps a person waiting. */
const LONG_MS = 50;

/**
 * Total blocking time on Lighthouse's phone if every task had the processor to itself. Lighthouse counts the time on
 * the clock, which on a shared machine is mostly that of others.
 * @returns milliseconds: of the phone in `blocking`, of this machine in `total`
 */
export function processorTime(events: readonly TraceEvent[]): { blocking: number; total: number } {
  const main = mainThread(events);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && threadOf(event) === main)
    .map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1000);
  const sum = (times: number[]) => Math.round(times.reduce((total, time) => total + time, 0));
  return {
    blocking: sum(tasks.map((time) => Math.max(0, SLOWDOWN * time - LONG_MS))),
    total: sum(tasks),
  };
}

/** The thread that runs the page's scripts. */
function mainThread(events: readonly TraceEvent[]): string {
  const counts = new Map<string, number>();
  for (const event of events) {
    if (event.name !== 'EvaluateScript') continue;
    const thread = threadOf(event);
    counts.set(thread, (counts.get(thread) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? '';
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}
