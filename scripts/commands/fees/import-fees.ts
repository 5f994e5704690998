import { readFileSync } from 'node:fs';
import { feeChain } from '@/forecast/history/fee-chain';
import { importFees } from '@/forecast/history/import-fees';
import { database } from '@/platform/database/database';
import { printError } from '../../provision/print-error';

const MOST_ERRORS = 20;

/** Takes over a CSV of daily or hourly fees, all of it or nothing. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('✗ npm run fees:import -- FILE');
  process.exit(1);
}
try {
  const { id, name } = feeChain();
  const result = await importFees(id, readFileSync(file));
  if ('errors' in result) {
    for (const { line, reason } of result.errors.slice(0, MOST_ERRORS)) {
      console.error(`✗ line ${line}: ${reason}`);
    }
    console.error(`${result.errors.length} bad rows: nothing was imported.`);
    process.exitCode = 1;
  } else {
    const span = [result.from, result.to].map((at) => at.toISOString().slice(0, 10)).join(' to ');
    if (result.skipped > 0) {
      console.log(`${result.skipped} rows of zero before the first price were left out.`);
    }
    console.log(`${result.imported} rows of fees of ${name} imported, ${span}.`);
  }
} catch (error) {
  printError(error);
}
await database().$disconnect();
process.exit();
