import type { FilledForm } from '@/reports/templates/templates';
import type { ReportFrame } from '@/reports/frame/report-frame';

/** Everything that a report's PDF and its FHIR Bundle contain; the same input makes the same bytes. */
export type ReportDocument = FilledForm & ReportFrame;
