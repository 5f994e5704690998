import { createHash, randomUUID } from 'node:crypto';
import { database } from '@/platform/database/database';
import { openReportDocument } from '@/reports/content/open-report-document';
import { WITH_KEYS } from '@/reports/sealed/keyed-report';
import { requireTemplate, sealTemplate } from '@/reports/sealed/report-template';
import { newDataKey, wrapDataKey } from '@/vault/data-key';
import { openPersonKey } from '@/vault/person-key';
import { sealDocument } from '@/vault/seal-document';
import type { Person } from '../../../test/support/people/factories';

/**
 * Gives a patient as many more reports with the PDF of one of theirs, each sealed for itself. The copies differ by a line
 * after the end of the PDF; rendering thousands of PDFs would take much longer.
 * @param onCopied receives how many there are, after each
 */
export async function copyReport(
  patient: Person,
  reportId: string,
  copies: number,
  onCopied: (count: number) => void,
): Promise<void> {
  const { pdf } = await openReportDocument(patient.actor, reportId);
  const row = await database().report.findUniqueOrThrow({
    where: { id: reportId },
    include: WITH_KEYS,
  });
  if (row.patientKey === null) throw new Error('The patient has no key');
  const personKey = openPersonKey(row.patientKey);
  const template = requireTemplate(row);
  const { doctorId, patientId, state, forwardedAt } = row;
  for (let count = 1; count <= copies; count += 1) {
    const [id, dataKey] = [randomUUID(), newDataKey()];
    const content = Buffer.concat([pdf, Buffer.from(`% ${id}\n`)]);
    const contentHash = Uint8Array.from(createHash('sha256').update(content).digest());
    const { objectAddress, stored } = await sealDocument(dataKey, content, contentHash);
    await stored;
    await database().report.create({
      data: {
        ...{ id, state, doctorId, patientId, contentHash, objectAddress, forwardedAt },
        code: id.replaceAll('-', '').slice(0, 16).toUpperCase(),
        sealedTemplate: sealTemplate(dataKey, id, template),
        wrappedKey: wrapDataKey(dataKey, personKey, {
          ...{ reportId: id, doctorId, patientId, contentHash },
        }),
      },
    });
    onCopied(count);
  }
}
