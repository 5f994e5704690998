import { readFile } from 'node:fs/promises';
import { receiptSchema } from '@/interop/erasure/erasure-receipt';
import { verifyErasure } from '@/interop/erasure/verify-erasure';
import { database } from '@/platform/database/database';
import { waitAsCommand } from '@/platform/time/patience';
import { ProvisionError } from '../provision/provision-error';
import { reportAndExit } from '../provision/report-and-exit';

const USAGE = 'npm run erasure:check -- RECEIPT.json';

/**
 * Proves an erasure receipt: the signature is an issuer's, the trail records it, and nothing is left in the database, the
 * store and under the keyring. The last line is one JSON object; the exit code is 1 when something is not as stated.
 */
try {
  waitAsCommand();
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new ProvisionError('Receipt', 'no file is named', USAGE);
  const receipt = receiptSchema.safeParse(await readJson(file));
  if (!receipt.success) throw new ProvisionError('Receipt', `${file} is no erasure receipt`, USAGE);
  const found = await verifyErasure(receipt.data);
  const line = (isFine: boolean, text: string) => console.log(`  ${isFine ? '✓' : '✗'} ${text}`);
  line(found.signatureRight, `Signed by ${receipt.data.signer}, an issuer of this installation.`);
  line(
    found.recorded,
    'The account is erased, and the audit trail records it as the receipt says.',
  );
  line(found.left.length === 0, `Nothing is left of ${found.reports} reports and of the account.`);
  for (const thing of found.left) console.log(`      ${thing}`);
  const isErased = found.signatureRight && found.recorded && found.left.length === 0;
  console.log(JSON.stringify({ receipt: receipt.data.statement.receiptId, isErased, ...found }));
  await database().$disconnect();
  process.exit(isErased ? 0 : 1);
} catch (error) {
  reportAndExit(error);
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new ProvisionError('Receipt', `${file} cannot be read as JSON: ${String(cause)}`, USAGE);
  }
}
