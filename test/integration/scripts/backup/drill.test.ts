import {
  appendFile,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { openReportDocument } from '@/reports/content/open-report-document';
import { deleteObject, getObject, listObjects, putObject } from '@/vault/object-store';
import { parseRecipients, readIdentities, writeNewKey } from '../../../../scripts/backup/age-keys';
import { backUp, type BackupResult } from '../../../../scripts/backup/backup';
import { checkDocuments } from '../../../../scripts/backup/check-system';
import { countTables, dropTables } from '../../../../scripts/backup/load-database';
import { readManifest } from '../../../../scripts/backup/read-part';
import { newestPersonKeys, sweepPersonKeys } from '../../../../scripts/backup/person-keys';
import {
  refuseWrongTarget,
  restoreDatabase,
  restoreObjects,
  verifyParts,
} from '../../../../scripts/backup/restore';
import { runTool } from '../../../../scripts/provision/run-tool';
import { anchorReport } from '../../../support/chain/anchor-report';
import { createDoctor, createPatient, type Person } from '../../../support/people/factories';
import { stateOf } from '../../../support/chain/patient-on-chain';
import {
  createApprovedReport,
  createForwardedReport,
} from '../../../support/reports/report-factories';
import { bindWallet } from '../../../support/chain/test-chain';

const SILENT = () => undefined;
const url = () => process.env['DATABASE_URL'] ?? '';
let folder: string;
let keyFile: string;
let recipient: string;
let patient: Person;
let sealedReport: string;
let backup: BackupResult;

/** Made while the backup ran: they may be in it or not, but not by half. */
const during: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  keyFile = join(folder, 'key.txt');
  recipient = await writeNewKey(keyFile);
  const doctor = await createDoctor();
  patient = await createPatient();
  const wallet = await bindWallet(patient);
  sealedReport = await createApprovedReport({ doctor, patient });
  await anchorReport(patient, wallet, sealedReport);

  const stop = new AbortController();
  const writing = (async () => {
    while (!stop.signal.aborted) during.push(await createForwardedReport({ doctor, patient }));
  })();
  // So small that each object has a file of its own.
  const options = { into: folder, recipients: [recipient], onProgress: SILENT, partBytes: 1 };
  backup = await backUp(options).finally(() => stop.abort());
  await writing;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function destroy(): Promise<void> {
  await dropTables(url());
  for await (const { objects } of listObjects()) {
    for (const { address } of objects) await deleteObject(address);
  }
}

it('restores all of it after everything was lost, and reports what it found', async () => {
  await destroy();
  expect(await countTables(url())).toEqual({});
  const { code, output } = await runTool('scripts/commands/restore.ts', [
    `--from=${backup.folder}`,
    `--identity=${keyFile}`,
    `--manifest-sha256=${backup.manifestSha256}`,
  ]);
  expect(output).toContain('Everything is there.');
  expect(code).toBe(0);
  expect(await stateOf(sealedReport)).toBe('ANCHORED');
  expect(await database().chainReport.count()).toBe(1);
  // One may still have been a draft in the copy.
  const known = await database().report.findMany({
    where: { id: { in: during }, state: 'FORWARDED' },
  });
  for (const id of [sealedReport, ...known.map((report) => report.id)]) {
    await expect(openReportDocument(patient.actor, id)).resolves.toBeDefined();
  }
});

it('refuses a database or a bucket that is not empty, unless --overwrite is given', async () => {
  const { manifest } = backup;
  await expect(refuseWrongTarget(manifest, false)).rejects.toThrow(/Database: it has \d+ tables/);
  await expect(refuseWrongTarget(manifest, true)).resolves.toBeUndefined();
  await expect(refuseWrongTarget({ ...manifest, chainId: 1 }, true)).rejects.toThrow('on chain 1');
});

it('names documents that are missing or altered, and puts them back', async () => {
  const { code, objectAddress: address } = await database().report.findUniqueOrThrow({
    where: { id: sealedReport },
  });
  if (address === null) throw new Error('The report has no object');
  const bytes = (await getObject(address)) ?? new Uint8Array();
  await deleteObject(address);
  expect(await checkDocuments(SILENT)).toMatchObject({ missing: [code], altered: [] });
  await putObject(address, bytes.slice(1));
  expect(await checkDocuments(SILENT)).toMatchObject({ missing: [], altered: [code] });

  const decrypter = await readIdentities(keyFile);
  expect(await restoreObjects(backup.folder, backup.manifest, decrypter, SILENT)).toBe(1);
  expect(await checkDocuments(SILENT)).toMatchObject({ missing: [], altered: [] });
});

it('refuses another key, and another backup than the one asked for', async () => {
  const other = join(folder, 'other-key.txt');
  await writeNewKey(other);
  await expect(readManifest(backup.folder, await readIdentities(other))).rejects.toThrow(
    'the key does not open',
  );
  await expect(
    readManifest(backup.folder, await readIdentities(keyFile), 'a'.repeat(64)),
  ).rejects.toThrow('another one than was asked for');
  await expect(writeNewKey(keyFile)).rejects.toThrow('EEXIST');
  expect(() => parseRecipients([])).toThrow('nobody could open this backup');
  expect(() => parseRecipients(['age1nonsense'])).toThrow('no age public key');
});

it.each([
  ['cut off', (path: string) => truncate(path, 500)],
  ['added to', (path: string) => appendFile(path, 'x')],
  ['missing', (path: string) => rename(path, `${path}.away`)],
  ['altered', alterOneByte],
])('refuses a file that was %s', async (words, harm) => {
  const copy = await backUp({ into: folder, recipients: [recipient], onProgress: SILENT });
  const last = copy.manifest.parts.at(-1)?.file ?? '';
  await harm(join(copy.folder, last));
  await expect(verifyParts(copy.folder, copy.manifest, SILENT)).rejects.toThrow(words);
});

it('leaves no folder that looks like a backup when it fails halfway', async () => {
  const before = await readdir(folder);
  const failing = backUp({
    into: folder,
    recipients: [recipient],
    onProgress: (text) => {
      if (text.startsWith('Objects')) throw new Error('The disk is full');
    },
  });
  await expect(failing).rejects.toThrow('The disk is full');
  const [half = ''] = (await readdir(folder)).filter((name) => !before.includes(name));
  expect(half).toMatch(/\.partial$/);
  await expect(readManifest(join(folder, half), await readIdentities(keyFile))).rejects.toThrow(
    'not finished',
  );
});

it('opens nothing of somebody who was erased since, from any backup that is left', async () => {
  const [doctor, erased] = [await createDoctor(), await createPatient()];
  const erasedReport = await createForwardedReport({ doctor, patient: erased });
  const options = { into: folder, recipients: [recipient], onProgress: SILENT };
  const old = await backUp(options);
  await database().personKey.delete({ where: { accountId: erased.actor.accountId } });
  const newest = await backUp(options);

  const decrypter = await readIdentities(keyFile);
  await restoreDatabase(old.folder, old.manifest, decrypter, SILENT);
  await expect(openReportDocument(erased.actor, erasedReport)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(openReportDocument(patient.actor, sealedReport)).resolves.toBeDefined();

  // Nor when the old one is all that somebody has, once its keys are a week old.
  const inAWeek = Date.now() + 7 * DAY_MS;
  expect(await newestPersonKeys(old.folder)).toContain(newest.folder);
  expect(await sweepPersonKeys(folder, inAWeek - HOUR_MS)).toBe(0);
  expect(await sweepPersonKeys(folder, inAWeek + HOUR_MS)).toBeGreaterThanOrEqual(3);
  expect(await newestPersonKeys(old.folder)).toBeNull();
  await expect(verifyParts(old.folder, old.manifest, SILENT)).resolves.toBeUndefined();
  await restoreDatabase(old.folder, old.manifest, decrypter, SILENT);
  expect(await database().personKey.count()).toBe(0);
  await expect(openReportDocument(erased.actor, erasedReport)).rejects.toMatchObject({
    code: 'not-found',
  });
});

async function alterOneByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
  await writeFile(path, bytes);
}
