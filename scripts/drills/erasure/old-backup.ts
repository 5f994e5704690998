import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { DAY_MS } from '@/platform/time/durations';
import { openReportDocument } from '@/reports/content/open-report-document';
import { unwrapDataKey } from '@/vault/data-key';
import { deleteUnder } from '@/vault/sealed-parts';
import { openPersonKey } from '@/vault/person-key';
import { readIdentities, writeNewKey } from '../../backup/age-keys';
import { backUp } from '../../backup/backup';
import { dropTables } from '../../backup/load-database';
import { readManifest } from '../../backup/read-part';
import {
  refuseWrongTarget,
  restoreDatabase,
  restoreObjects,
  verifyParts,
} from '../../backup/restore';
import type { Person } from '../../../test/support/people/factories';

const SILENT = () => undefined;
/** A day longer than backups keep the keys of persons. */
const AGE_MS = 8 * DAY_MS;

/** A patient, and the reports that their backup holds. */
export interface BackedUpPatient {
  person: Person;
  reportIds: readonly string[];
}

/** The backups of a drill. */
export interface DrillBackups {
  /** The folder of them all. */
  into: string;
  recipient: string;
  /** With the secret key that opens them. */
  keyFile: string;
  /** The folder of the old one. */
  old: string;
}

/** Makes a backup, and gives it the name of one that was made eight days ago. @param into an empty folder */
export async function makeOldBackup(into: string): Promise<DrillBackups> {
  const keyFile = join(into, 'key.txt');
  const recipient = await writeNewKey(keyFile);
  const { folder } = await backUp({ into, recipients: [recipient], onProgress: SILENT });
  const madeAt = new Date(Date.now() - AGE_MS).toISOString();
  const old = join(into, `medanchor-${madeAt.replaceAll(':', '-')}`);
  await rename(folder, old);
  return { into, recipient, keyFile, old };
}

/** How many reports opened after the old backup was restored. */
export interface RestoredReports {
  /** Rows and documents of erased patients that the backup brought back. */
  broughtBack: number;
  /** Those of them that the application opened for their patient, or any key in the database for anybody. */
  opened: number;
  /** Reports of the others that their patients opened, as they must. */
  othersOpened: number;
}

/**
 * Makes today's backup, loses database and bucket, restores the old backup, and tries to open everything.
 * @param erased patients who were erased after the old backup was made
 * @param others patients who were not
 */
export async function restoreOldBackup(
  { into, recipient, keyFile, old }: DrillBackups,
  erased: readonly BackedUpPatient[],
  others: readonly BackedUpPatient[],
): Promise<RestoredReports> {
  // As every day; it takes the keys of persons out of backups that are more than a week old.
  await backUp({ into, recipients: [recipient], onProgress: SILENT });
  await dropTables(env().DATABASE_URL);
  await deleteUnder('');
  const decrypter = await readIdentities(keyFile);
  const manifest = await readManifest(old, decrypter);
  await refuseWrongTarget(manifest, false);
  await verifyParts(old, manifest, SILENT);
  await restoreDatabase(old, manifest, decrypter, SILENT);
  await restoreObjects(old, manifest, decrypter, SILENT);
  return {
    broughtBack: await countWithDocument(erased),
    opened: (await countOpened(erased)) + (await countUnwrapped(erased)),
    othersOpened: await countOpened(others),
  };
}

function countWithDocument(patients: readonly BackedUpPatient[]): Promise<number> {
  return database().report.count({
    where: {
      id: { in: patients.flatMap(({ reportIds }) => reportIds) },
      ...{ objectAddress: { not: null }, wrappedKey: { not: null } },
    },
  });
}

async function countOpened(patients: readonly BackedUpPatient[]): Promise<number> {
  let opened = 0;
  for (const { person, reportIds } of patients) {
    for (const reportId of reportIds) {
      const pdf = await openReportDocument(person.actor, reportId).catch(() => null);
      if (pdf !== null) opened += 1;
    }
  }
  return opened;
}

/** Tries what somebody with the whole database and the keyring can: every key of a person on every report. */
async function countUnwrapped(patients: readonly BackedUpPatient[]): Promise<number> {
  const keys = (await database().personKey.findMany()).map((row) => openPersonKey(row));
  const rows = await database().report.findMany({
    where: { id: { in: patients.flatMap(({ reportIds }) => reportIds) } },
  });
  const opens = (row: (typeof rows)[number], key: Uint8Array) => {
    const { id: reportId, doctorId, patientId, contentHash, wrappedKey } = row;
    if (wrappedKey === null) return false;
    try {
      unwrapDataKey(wrappedKey, key, { reportId, doctorId, patientId, contentHash });
      return true;
    } catch {
      return false;
    }
  };
  return rows.filter((row) => keys.some((key) => opens(row, key))).length;
}
