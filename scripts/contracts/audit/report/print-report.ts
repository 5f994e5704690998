import type { ToolRun } from '../analyser';
import { type AuditReport, openFindings, verdictOf } from './audit-report';

/** How an analyser's run ended, in a line for a person. */
export function describeRun(run: ToolRun): string {
  switch (run.status) {
    case 'done': {
      const version = run.version ?? '';
      const facts = run.facts ?? [];
      return [`${run.title} ${version}`.trim() + `: ${run.found} finding(s)`, ...facts].join('; ');
    }
    case 'not installed':
      return `${run.title}: not installed (${run.remedy})`;
    case 'not applicable':
      return `${run.title}: not applicable. ${run.why}`;
    case 'failed':
      return `${run.title}: FAILED. ${run.why}`;
  }
}

/** The report for a person: what is open, what is accepted, and the verdict. */
export function describeReport(report: AuditReport): string {
  const open = openFindings(report);
  const notes = report.findings.filter(({ severity }) => severity === 'note').length;
  const accepted = report.findings.filter((finding) => finding.accepted !== undefined).length;
  const failed = report.tools.filter(({ status }) => status === 'failed');
  return [
    '',
    ...open.flatMap(({ severity, swc, place, reports }) => [
      `${severity.toUpperCase()} ${place ? `${place.file}:${place.line}` : 'project'}${swc === undefined ? '' : ` SWC-${swc}`}`,
      ...(place ? [`    ${place.code}`] : []),
      ...reports.map(({ rule, message }) => `    ${rule}: ${message}`),
    ]),
    ...report.gone.map(
      ({ rules, file, code }) =>
        `ACCEPTED, BUT GONE ${rules.join(', ')} ${file ?? 'project'}: ${code ?? ''}\n    Remove it from scripts/contracts/audit/accepted-findings.json`,
    ),
    ...failed.map(({ title }) => `FAILED ${title}: what it would have found is not known`),
    `${open.length} open, ${accepted} accepted, ${notes} notes, ${report.gone.length} accepted but gone: ${verdictOf(report)}`,
  ].join('\n');
}
