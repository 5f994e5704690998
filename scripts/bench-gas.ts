/**
 * Measures what an anchoring costs here, with the paper's contract and with EAS, beside the least it
 * could cost: `npm run bench:gas`, or with `-- --json` one object in the last line.
 */
import { measureEas } from './gas/measure-eas';
import { measureOurs } from './gas/measure-ours';
import { measurePaper } from './gas/measure-paper';
import { printTable } from './gas/print-table';

const { ours, floor } = await measureOurs();
const figures = { ours, paper: await measurePaper(), eas: await measureEas(), floor };
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else printTable(figures);
