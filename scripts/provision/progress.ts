/** Does one step, and prints what it is and how long it took. */
export async function step<T>(title: string, work: () => Promise<T> | T): Promise<T> {
  const began = performance.now();
  process.stdout.write(`  ${title} … `);
  try {
    const result = await work();
    const remark = result === false ? ', unchanged' : '';
    console.log(`${((performance.now() - began) / 1_000).toFixed(1)} s${remark}`);
    return result;
  } catch (error) {
    console.log('failed');
    throw error;
  }
}

/** The same for steps that run side by side: one line when it has ended, so that no two share a line. */
export async function stepBeside<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const printEnd = (end: string) => {
    console.log(`  ${title}: ${end} after ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  };
  try {
    const result = await work();
    printEnd(result === false ? 'unchanged' : 'done');
    return result;
  } catch (error) {
    printEnd('failed');
    throw error;
  }
}

/** Without a terminal, a line so often, milliseconds. */
const LINE_EVERY_MS = 10_000;

/** Shows how far long work has come: on a terminal in one line that changes, else with a line now and then. */
export function showProgress(): { show: (text: string) => void; end: () => void } {
  const isTerminal = process.stdout.isTTY;
  let shownAt = performance.now();
  let last = '';
  return {
    show: (text) => {
      last = text;
      const pause = isTerminal ? 100 : LINE_EVERY_MS;
      if (performance.now() - shownAt < pause) return;
      shownAt = performance.now();
      process.stdout.write(isTerminal ? `\r\x1b[K  ${text}` : `  ${text}\n`);
    },
    end: () => {
      if (last !== '') process.stdout.write(isTerminal ? `\r\x1b[K  ${last}\n` : `  ${last}\n`);
    },
  };
}
