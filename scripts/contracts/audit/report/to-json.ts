import { type AuditReport, openFindings, verdictOf } from './audit-report';

/** The report as one plain object: what `--json` prints and `report.json` holds. */
export function toJson(report: AuditReport): object {
  const { commit, files, tools, findings, gone } = report;
  return {
    verdict: verdictOf(report),
    commit,
    files,
    tools,
    counts: {
      findings: findings.length,
      notes: findings.filter(({ severity }) => severity === 'note').length,
      accepted: findings.filter(({ accepted }) => accepted !== undefined).length,
      open: openFindings(report).length,
      gone: gone.length,
    },
    findings: findings.map(({ reports, swc, accepted, ...finding }) => ({
      tool: reports[0].rule.split('/')[0],
      rule: reports[0].rule,
      ...finding,
      swc: swc === undefined ? null : `SWC-${swc}`,
      message: reports[0].message,
      alsoReportedBy: reports
        .slice(1)
        .map(({ rule, severity, message }) => ({ rule, severity, message })),
      accepted: accepted ?? null,
    })),
    acceptedButGone: gone,
  };
}
