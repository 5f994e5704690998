import type { DataClass } from '@/audit/policy/data-class';
import { log } from '@/platform/logger';
import type { KeyedReport } from '@/reports/sealed/keyed-report';
import { dataClassOf } from '@/reports/sealed/report-template';

/**
 * How confidential a report is, where an attempt at it was refused: the highest class where that cannot be read. Whoever
 * alters its row must not undo the refusal's event and its count.
 */
export function countedClassOf(report: KeyedReport): DataClass {
  try {
    return dataClassOf(report) ?? 'V';
  } catch (error) {
    log().error({ err: error, reportId: report.id }, 'the class of a report could not be read');
    return 'V';
  }
}
