import { DATA_CLASSES, type DataClass } from '@/audit/policy/data-class';
import { ReportTemplate } from '@/generated/prisma/enums';
import type { Report } from '@/generated/prisma/client';
import { AppError } from '@/platform/errors';
import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import { dataKeyOf, type KeyColumns } from './keyed-report';

type Sealed = KeyColumns & Pick<Report, 'sealedTemplate'>;

/** Between the kind and the class. */
const SEPARATOR = '/';

/** All kinds are as long as this when sealed, so that the length of the bytes does not tell them apart. */
const LENGTH = 32;

/**
 * Seals the kind of a report, and how confidential it is, with a key derived from its data key: in clear either would be
 * a diagnosis in the database.
 * @param dataClass of a report that was sent; none in a draft, whose form holds it
 */
export function sealTemplate(
  dataKey: Uint8Array,
  reportId: string,
  template: ReportTemplate,
  dataClass?: DataClass,
): Uint8Array<ArrayBuffer> {
  const text = dataClass === undefined ? template : `${template}${SEPARATOR}${dataClass}`;
  const padded = Buffer.from(text.padEnd(LENGTH), 'utf8');
  return sealBytes(deriveKey(dataKey, 'template'), padded, associatedData(reportId));
}

/**
 * The kind of a report; null when its key was destroyed.
 * @throws Error when a row was altered or moved
 */
export function templateOf(report: Sealed): ReportTemplate | null {
  const [name] = openTexts(report) ?? [];
  if (name === undefined) return null;
  const template = Object.values(ReportTemplate).find((one) => one === name);
  if (template === undefined) throw new Error('A kind of report that this version does not know');
  return template;
}

/**
 * The kind of a report, see `templateOf`.
 * @throws AppError not-found when its key was destroyed
 */
export function requireTemplate(report: Sealed): ReportTemplate {
  const template = templateOf(report);
  if (template === null) throw new AppError('not-found');
  return template;
}

/**
 * How confidential a report that was sent is; null when its key was destroyed. Those of versions without classes are
 * restricted, as their documents say.
 * @throws Error when a row was altered or moved
 */
export function dataClassOf(report: Sealed): DataClass | null {
  const texts = openTexts(report);
  if (texts === null) return null;
  return DATA_CLASSES.find((one) => one === texts[1]) ?? 'R';
}

/** The kind and, where it is sealed with it, the class. */
function openTexts(report: Sealed): string[] | null {
  const dataKey = dataKeyOf(report);
  if (dataKey === null || report.sealedTemplate === null) return null;
  const key = deriveKey(dataKey, 'template');
  const padded = openBytes(key, report.sealedTemplate, associatedData(report.id));
  return Buffer.from(padded).toString('utf8').trimEnd().split(SEPARATOR);
}

function associatedData(reportId: string): Uint8Array {
  return Buffer.from(`medanchor/v1/template/${reportId}`);
}
