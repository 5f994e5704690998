import { parseArgs } from 'node:util';
import type { Decrypter } from 'age-encryption';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { waitAsCommand } from '@/platform/time/patience';
import { reindexChain } from '@/registry/follower/reindex-chain';
import { forgetKitFiles } from '@/reports/recovery-kit/forget-kit-files';
import { chainHandlers } from '../../src/worker/chain-handlers';
import { readIdentities } from '../backup/age-keys';
import { checkDocuments, checkWholeTrail } from '../backup/check-system';
import type { Manifest } from '../backup/manifest';
import { readManifest } from '../backup/read-part';
import { refuseWrongTarget, restoreDatabase, restoreObjects, verifyParts } from '../backup/restore';
import { showProgress, step } from '../provision/progress';
import { ProvisionError } from '../provision/provision-error';
import { reportAndExit } from '../provision/report-and-exit';
import { migrateDatabase } from './migrate-database';

const USAGE = `npm run restore -- --from FOLDER --identity FILE [--manifest-sha256 HASH] [--overwrite]
npm run restore -- --from FOLDER --identity FILE --missing-objects
npm run restore -- --check

Stop web servers and workers first. Compares every file with the manifest, fills an empty database and an empty
bucket, applies newer migrations, reads the chain again, and checks everything. --overwrite drops the tables that are
there. --missing-objects only puts back objects that the bucket lacks or has altered; the system may run. --check only
checks: that the audit trail is whole, and that the document of every report opens.`;

interface Source {
  folder: string;
  manifest: Manifest;
  decrypter: Decrypter;
}

let findings = 0;

function report(isFine: boolean, text: string): void {
  if (!isFine) findings += 1;
  console.log(`  ${isFine ? '✓' : '✗'} ${text}`);
}

async function openSource(
  folder: string | undefined,
  identity: string | undefined,
  manifestSha256: string | undefined,
): Promise<Source> {
  if (folder === undefined || identity === undefined) {
    throw new ProvisionError('Restore', '--from or --identity is missing', `\n${USAGE}`);
  }
  const decrypter = await readIdentities(identity);
  return { folder, decrypter, manifest: await readManifest(folder, decrypter, manifestSha256) };
}

async function restoreAll(source: Source, mayOverwrite: boolean): Promise<void> {
  const { folder, manifest, decrypter } = source;
  console.log(`Backup of ${manifest.createdAt}`);
  await refuseWrongTarget(manifest, mayOverwrite);
  await verifyFiles(source);
  const progress = showProgress();
  const differences = await restoreDatabase(folder, manifest, decrypter, progress.show);
  progress.end();
  for (const { table, expected, found } of differences) {
    report(false, `${table}: ${found} rows instead of ${expected}`);
  }
  report(differences.length === 0, 'Every table has as many rows as in the backup.');
  await step('Migrations', () => migrateDatabase(env().DATABASE_URL));
  await restoreDocuments(source);
  const reading = showProgress();
  const events = await reindexChain(chainHandlers, ({ block, of }) =>
    reading.show(`Chain: block ${block} of ${of}`),
  );
  reading.end();
  report(true, `The index of the chain is rebuilt from ${events} events.`);
  await forgetKitFiles();
}

async function verifyFiles({ folder, manifest }: Source): Promise<void> {
  const progress = showProgress();
  await verifyParts(folder, manifest, progress.show);
  progress.end();
}

async function restoreDocuments({ folder, manifest, decrypter }: Source): Promise<void> {
  const progress = showProgress();
  const put = await restoreObjects(folder, manifest, decrypter, progress.show);
  progress.end();
  report(true, `${put} of ${manifest.objects} objects were put into the bucket.`);
}

async function checkAll(): Promise<void> {
  const progress = showProgress();
  const trail = await checkWholeTrail((checked, total) =>
    progress.show(`Trail: ${checked} of ${total} events`),
  );
  const { opened, missing, altered, locked } = await checkDocuments((count) =>
    progress.show(`Documents: ${count}`),
  );
  progress.end();
  const { brokenAt, brokenDate, anchoredUntil, comparedUntil } = trail;
  if (brokenAt === null && brokenDate !== null) {
    report(false, `The events of ${brokenDate} are not those that are on the chain.`);
  } else if (brokenAt === null) report(true, `The audit trail is whole: ${trail.total} events.`);
  else report(false, `The audit trail is broken at ${brokenAt.shard}/${brokenAt.sequence}.`);
  if (anchoredUntil !== comparedUntil) {
    report(true, 'The chain could not be asked for all days of the trail.');
  }
  report(true, `${opened} documents open.`);
  const lists = [
    ['are missing in the store', missing],
    ['are not what was sealed', altered],
    ['cannot be opened with KEYRING', locked],
  ] as const;
  for (const [what, codes] of lists) {
    if (codes.length > 0) report(false, `${codes.length} documents ${what}: ${codes.join(' ')}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string' },
      identity: { type: 'string' },
      'manifest-sha256': { type: 'string' },
      overwrite: { type: 'boolean', default: false },
      'missing-objects': { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  waitAsCommand();
  if (!values.check) {
    const source = await openSource(values.from, values.identity, values['manifest-sha256']);
    if (values['missing-objects']) {
      await verifyFiles(source);
      await restoreDocuments(source);
    } else {
      await restoreAll(source, values.overwrite);
    }
  }
  await checkAll();
  await database().$disconnect();
  console.log(findings === 0 ? 'Everything is there.' : `${findings} findings: see above.`);
  process.exitCode = findings === 0 ? 0 : 1;
}

await main().catch(reportAndExit);
process.exit();
