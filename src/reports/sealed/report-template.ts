import { ReportTemplate } from '@/generated/prisma/enums';
import type { Report } from '@/generated/prisma/client';
import { AppError } from '@/platform/errors';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import { dataKeyOf, type KeyColumns } from './keyed-report';

/** All kinds are as long as this when sealed, so that the length of the bytes does not tell them apart. */
const LENGTH = 32;

/** Seals the kind of a report with a key derived from its data key: in clear it would be a diagnosis in the database. */
export function sealTemplate(
  dataKey: Uint8Array,
  reportId: string,
  template: ReportTemplate,
): Uint8Array<ArrayBuffer> {
  const padded = Buffer.from(template.padEnd(LENGTH), 'utf8');
  return sealBytes(deriveKey(dataKey, 'template'), padded, associatedData(reportId));
}

/**
 * The kind of a report; null when its key was destroyed.
 * @throws Error when a row was altered or moved
 */
export function templateOf(
  report: KeyColumns & Pick<Report, 'sealedTemplate'>,
): ReportTemplate | null {
  const dataKey = dataKeyOf(report);
  if (dataKey === null || report.sealedTemplate === null) return null;
  const key = deriveKey(dataKey, 'template');
  const padded = openBytes(key, report.sealedTemplate, associatedData(report.id));
  const name = Buffer.from(padded).toString('utf8').trimEnd();
  const template = Object.values(ReportTemplate).find((one) => one === name);
  if (template === undefined) throw new Error('A kind of report that this version does not know');
  return template;
}

/**
 * The kind of a report, see `templateOf`.
 * @throws AppError not-found when its key was destroyed
 */
export function requireTemplate(
  report: KeyColumns & Pick<Report, 'sealedTemplate'>,
): ReportTemplate {
  const template = templateOf(report);
  if (template === null) throw new AppError('not-found');
  return template;
}

function associatedData(reportId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/template/${reportId}`);
}
