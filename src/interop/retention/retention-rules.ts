import { ReportTemplate } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';

/** For how long the law requires the clinic to keep a kind of report. */
export interface RetentionTerm {
  kind: ReportTemplate;
  /** From the day on which the report was sent. */
  keepYears: number;
  /** The law, in words that the patient reads. */
  basis: string;
}

/** The rules that are in force; kinds without one are erased at once. */
export async function readRetentionRules(): Promise<Map<ReportTemplate, RetentionTerm>> {
  const rows = await database().retentionRule.findMany({ where: { keepYears: { gt: 0 } } });
  return new Map(
    rows.flatMap(({ kind, keepYears, basis }): [ReportTemplate, RetentionTerm][] =>
      isTemplate(kind) ? [[kind, { kind, keepYears, basis }]] : [],
    ),
  );
}

/** Until when a report is kept that was sent at a moment. */
export function keptUntil(sentAt: Date, { keepYears }: RetentionTerm): Date {
  const until = new Date(sentAt);
  until.setUTCFullYear(until.getUTCFullYear() + keepYears);
  return until;
}

function isTemplate(kind: string): kind is ReportTemplate {
  return Object.hasOwn(ReportTemplate, kind);
}
