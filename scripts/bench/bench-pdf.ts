/**
 * Measures how long the event loop is held up while PDFs are made, on it and in threads:
 * `npm run bench:pdf`, with `-- 32` for another number than 16 at once.
 */
import { setTimeout } from 'node:timers/promises';
import { renderInThread } from '@/reports/documents/render-in-thread';
import { renderPdf } from '@/reports/documents/render-pdf';
import { bloodPressureDocument } from '../../test/support/reports/report-documents';

/** The longest time between two turns of the event loop while `work` runs, in milliseconds. */
async function longestTurn(work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  await work();
  // The turn in which the work ended counts as well.
  await setTimeout(10);
  clearInterval(watch);
  return longest;
}

async function measure(name: string, render: typeof renderPdf, count: number): Promise<void> {
  // The first one loads fonts, and starts a thread.
  await render(bloodPressureDocument());
  const started = performance.now();
  const longest = await longestTurn(() =>
    Promise.all(Array.from({ length: count }, () => render(bloodPressureDocument()))),
  );
  const milliseconds = performance.now() - started;
  console.log(
    `${name.padEnd(12)} ${count} at once in ${milliseconds.toFixed(0)} ms; ` +
      `others waited ${longest.toFixed(0)} ms at most`,
  );
}

const count = Number(process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? 16);
await measure('on the loop', renderPdf, count);
await measure('in threads', renderInThread, count);
process.exit(0);
