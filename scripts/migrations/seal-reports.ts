import type { Connection } from 'mariadb';
import type { ReportTemplate } from '@/generated/prisma/enums';
import { sealTemplate } from '@/reports/sealed/report-template';
import { sealStaged, type StagedContent } from '@/reports/sealed/staged-content';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { openUnderKeyring, type Keyring } from '@/vault/seal-under-keyring';
import { personKeyOf } from './person-key-of';

const AT_ONCE = 200;

interface OldReport {
  id: string;
  template: ReportTemplate;
  doctorId: string;
  patientId: string | null;
  contentHash: Buffer | null;
  wrappedKey: Buffer | null;
  keyId: string | null;
  form: unknown;
  patient: unknown;
  doctor: unknown;
  rejectionReason: string | null;
}

/**
 * Between the migrations `person_keys` and `only_sealed`: gives each person a key, wraps the data keys of their reports
 * with it, and seals what stood in clear. Ends what was begun when it is run again.
 * @param keyring the one that wraps the data keys so far
 * @throws Error when a data key cannot be opened with it; nothing of that batch is changed
 */
export async function sealReports(connection: Connection, keyring: Keyring): Promise<void> {
  await connection.query(`
    DELETE StagedReport FROM StagedReport JOIN Report ON Report.id = StagedReport.reportId
    WHERE Report.state IN ('WITHDRAWN', 'DISCARDED') OR EXISTS (
      SELECT 1 FROM Report AS newer WHERE newer.amendsId = Report.id AND newer.forwardedAt IS NOT NULL)`);
  await connection.query(
    `UPDATE Report SET wrappedKey = NULL, keyId = NULL WHERE state = 'DISCARDED'`,
  );
  let after = '';
  for (;;) {
    const reports = await connection.query<OldReport[]>(
      `SELECT Report.id, template, doctorId, patientId, contentHash, wrappedKey, keyId,
          form, StagedReport.patient, StagedReport.doctor, rejectionReason
        FROM Report LEFT JOIN StagedReport ON StagedReport.reportId = Report.id
        WHERE Report.id > ? AND state <> 'DISCARDED' AND sealedTemplate IS NULL
        ORDER BY Report.id LIMIT ${AT_ONCE}`,
      [after],
    );
    const last = reports.at(-1);
    if (last === undefined) return;
    after = last.id;
    await connection.beginTransaction();
    for (const report of reports) await sealReport(connection, keyring, report);
    await connection.commit();
  }
}

async function sealReport(
  connection: Connection,
  keyring: Keyring,
  report: OldReport,
): Promise<void> {
  const { id, contentHash } = report;
  // It was sent, and its key was destroyed since: that stays so.
  if (contentHash !== null && report.wrappedKey === null) {
    await connection.query('DELETE FROM StagedReport WHERE reportId = ?', [id]);
    return;
  }
  const dataKey =
    report.wrappedKey === null || report.keyId === null
      ? newDataKey()
      : openUnderKeyring({ keyId: report.keyId, sealed: report.wrappedKey }, 'data-key', keyring);
  const { doctorId, patientId } = report;
  const personKey = await personKeyOf(connection, keyring, patientId ?? doctorId);
  const context = { reportId: id, doctorId, patientId, contentHash };
  const wrapped = wrapDataKey(dataKey, personKey, context);
  await connection.query(
    'UPDATE Report SET wrappedKey = ?, keyId = NULL, sealedTemplate = ? WHERE id = ?',
    [Buffer.from(wrapped), Buffer.from(sealTemplate(dataKey, id, report.template)), id],
  );
  if (report.form === null) return;
  const sealed = sealStaged(dataKey, id, contentOf(report));
  await connection.query('UPDATE StagedReport SET sealed = ? WHERE reportId = ?', [
    Buffer.from(sealed),
    id,
  ]);
}

function contentOf({ form, patient, doctor, rejectionReason }: OldReport): StagedContent {
  const parsed = (json: unknown): unknown => (typeof json === 'string' ? JSON.parse(json) : json);
  return {
    form: parsed(form) as StagedContent['form'],
    ...(patient !== null && { patient: parsed(patient) as StagedContent['patient'] }),
    ...(doctor !== null && { doctor: parsed(doctor) as StagedContent['doctor'] }),
    ...(rejectionReason !== null && { rejectionReason }),
  };
}
