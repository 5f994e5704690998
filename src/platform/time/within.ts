/**
 * Waits for work, but not longer than a given time.
 * @param work gets a signal that is aborted when the time is over
 * @throws Error when the time is over; and whatever the work throws
 */
export async function within<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.timeout(milliseconds);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      // An answer that came while this process was busy is read first.
      setImmediate(() => reject(new Error(`no answer within ${milliseconds} ms`)));
    });
  });
  return Promise.race([work(signal), late]);
}
