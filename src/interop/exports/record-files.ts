import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { READ_BY_PATIENT } from '@/reports/states/read-by-patient';
import { readAccountRecord, writeAccountLog } from './account-record';
import { emergencyFile } from './emergency-file';
import { FhirCollection } from './fhir-collection';
import { indexPage, type OwnFileLine, type ReportLine } from './index-page';
import { ownFiles } from './own-files';
import { reportPage, type PageReader } from './report-page';
import { collectReport, RECORD, type ReportRecord } from './report-record';
import type { ZippedFile } from './zip-files';

/** Reads the keys of so many reports at a time. */
const AT_ONCE = 20;

/** Who learns how far it is. */
interface Progress {
  counted: (reports: number) => Promise<void>;
  /** Called after each report; what it throws ends the whole. */
  done: (reportId: string) => Promise<void>;
}

/**
 * The files of a person's copy, one after the other: those of each report, then all reports as one FHIR Bundle, then
 * what is kept about the person, and last the page from which all is found.
 * @throws AppError store-unavailable, and what `progress` throws
 */
export async function* recordFiles(
  accountId: string,
  progress: Progress,
): AsyncGenerator<ZippedFile> {
  const account = await readAccountRecord(accountId);
  // No account has a language of its own yet.
  const reader: PageReader = {
    timeZone: account.person.timeZone,
    t: translatorOf(DEFAULT_LOCALE),
  };
  const madeAt = await databaseNow();
  const collection = new FhirCollection();
  const lines: ReportLine[] = [];
  await progress.counted(await database().report.count({ where: ofPatient(accountId) }));
  for await (const record of recordsOf(accountId, reader)) {
    const folder = `reports/${record.sentAt.toISOString().slice(0, 10)}-${record.code}/`;
    yield* filesOf(record, folder, reader);
    if (record.document !== null) collection.add(record.document);
    const { title, doctor, sentAt, state, code, pdf } = record;
    lines.push({ folder, title, doctor, sentAt, state, code, hasPdf: pdf !== null });
    await progress.done(record.id);
  }
  const ownLines: OwnFileLine[] = [];
  for await (const { line, files } of ownFiles(accountId)) {
    ownLines.push(line);
    yield* files;
  }
  yield { path: 'bundle.fhir.json', content: collection.write(madeAt) };
  const emergency = await emergencyFile(accountId, madeAt);
  if (emergency !== null) yield emergency;
  yield { path: 'profile.json', content: json(account) };
  if (ownLines.length > 0) yield { path: 'own-files.json', content: json(ownLines) };
  yield { path: 'account-log.jsonl', content: writeAccountLog(accountId) };
  const others = { ownFiles: ownLines, hasEmergency: emergency !== null };
  yield { path: 'index.html', content: indexPage(account, lines, others, madeAt, reader) };
}

function ofPatient(patientId: string) {
  return { patientId, state: { in: [...READ_BY_PATIENT] } };
}

/** A person's reports, newest first. */
async function* recordsOf(accountId: string, { t }: PageReader): AsyncGenerator<ReportRecord> {
  let before: string | undefined;
  for (;;) {
    const rows = await database().report.findMany({
      where: { ...ofPatient(accountId), ...(before !== undefined && { id: { lt: before } }) },
      orderBy: { id: 'desc' },
      take: AT_ONCE,
      include: RECORD,
    });
    for (const row of rows) {
      const record = await collectReport(row, t);
      if (record !== null) yield record;
    }
    before = rows.at(-1)?.id;
    if (before === undefined) return;
  }
}

function* filesOf(record: ReportRecord, folder: string, reader: PageReader): Generator<ZippedFile> {
  const { pdf, proof, viewers, accessLog } = record;
  if (pdf !== null) yield { path: `${folder}report.pdf`, content: pdf, isCompressed: true };
  if (proof !== null) yield { path: `${folder}proof.json`, content: json(proof) };
  yield { path: `${folder}viewers.json`, content: json(viewers) };
  yield { path: `${folder}access-log.json`, content: json(accessLog) };
  yield { path: `${folder}index.html`, content: reportPage(record, reader) };
}

function json(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
