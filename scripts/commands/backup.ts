import { parseArgs } from 'node:util';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { waitAsCommand } from '@/platform/time/patience';
import { parseRecipients, writeNewKey } from '../backup/age-keys';
import { backUp } from '../backup/backup';
import { showProgress } from '../provision/progress';
import { reportAndExit } from '../provision/report-and-exit';

const USAGE = `npm run backup -- [--into FOLDER] [--recipient age1…]…
npm run backup -- --new-key FILE

Writes database and object store, encrypted, into a new folder in FOLDER (backups). Recipients are the age public
keys whose owners may restore; without --recipient those of BACKUP_RECIPIENTS. --new-key makes a key pair: keep FILE
away from this machine, where neither a thief of the backup nor the fire that makes you need it finds it.

KEYRING is not in the backup. Without it no report can be opened: keep a copy of it, apart from the backup.`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      into: { type: 'string', default: 'backups' },
      recipient: { type: 'string', multiple: true },
      'new-key': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values['new-key'] !== undefined) {
    const recipient = await writeNewKey(values['new-key']);
    console.log(`The secret key is in ${values['new-key']}. Its public key:\n${recipient}`);
    return;
  }
  waitAsCommand();
  const recipients = parseRecipients(values.recipient ?? [env().BACKUP_RECIPIENTS ?? '']);
  const progress = showProgress();
  const result = await backUp({ into: values.into, recipients, onProgress: progress.show });
  progress.end();
  const { manifest, altered } = result;
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  console.log(
    `The backup is whole: ${rows} rows and ${manifest.objects} objects in ${manifest.parts.length} files.\n` +
      `Folder: ${result.folder}\nSHA-256 of its manifest: ${result.manifestSha256}`,
  );
  if (altered.length > 0) {
    console.error(
      `✗ ${altered.length} objects of the store are not what was stored, and are not in the backup:\n` +
        altered.map((address) => `  ${address}\n`).join('') +
        '  → See docs/operations/runbooks.md, "A document is missing".',
    );
    process.exitCode = 1;
  }
  await database().$disconnect();
}

await main().catch(reportAndExit);
