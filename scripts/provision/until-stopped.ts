/**
 * Waits until a person (Ctrl-C), a supervisor or the death of the process that started us asks to
 * stop. A second Ctrl-C ends at once, without cleaning up.
 */
export function untilStopped(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.ppid !== parent) done();
    }, 500);
    const done = () => {
      clearInterval(watch);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      const stop = () => {
        done();
        // Not by `once`: execa ends this process when it finds no listener but its own.
        setImmediate(() => process.off(signal, stop));
      };
      process.on(signal, stop);
    }
  });
}
