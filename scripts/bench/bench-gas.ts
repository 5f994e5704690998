/**
 * Measures what an anchoring costs here, with the paper's contract and with EAS, beside the least it
 * could cost: `npm run bench:gas`; with `-- --json` one object in the last line; with `-- --update`
 * writes the figures that test/contracts/claims/gas-snapshot.test.ts holds the contracts to.
 */
import { writeFileSync } from 'node:fs';
import { measureAll } from '../contracts/gas/measure-all';
import { printTable } from '../contracts/gas/print-table';

const figures = await measureAll();
if (process.argv.includes('--update')) {
  const snapshot = `${JSON.stringify(figures, null, 2)}\n`;
  writeFileSync('test/contracts/claims/gas-snapshot.json', snapshot);
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else printTable(figures);
