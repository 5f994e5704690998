/** Makes the exports that are due in a process of its own; prints its memory at the start and at most, in bytes. */
import { makeExports } from '@/interop/exports/make-exports';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';

/** How often its memory is read, milliseconds. */
const EVERY_MS = 20;

waitAsCommand();
const atStart = process.memoryUsage.rss();
let most = atStart;
// Not resourceUsage(): what Linux counts as the most began with what the parent process had.
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, EVERY_MS);
while (await makeExports(new AbortController().signal));
await database().$disconnect();
clearInterval(watch);
console.log(JSON.stringify({ atStart, most }));
process.exit();
