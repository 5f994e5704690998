import type { ToolRun } from '../analyser';
import type { Accepted } from '../accepted-findings';
import { type Finding, weight } from '../finding';

/** Everything that an audit found out. */
export interface AuditReport {
  /** The commit that was looked at. */
  commit: string | null;
  files: readonly string[];
  tools: readonly ToolRun[];
  findings: readonly Finding[];
  /** Accepted findings that no longer occur. */
  gone: readonly Accepted[];
}

/** How an audit ends, also as its exit code. */
export const VERDICTS = { clean: 0, open: 1, incomplete: 2 } as const;

/** Findings above a note without an explanation. */
export function openFindings({ findings }: AuditReport): Finding[] {
  return findings.filter(
    ({ severity, accepted }) => weight(severity) > weight('note') && accepted === undefined,
  );
}

/**
 * Clean; or open, when something is unexplained or an explanation has nothing left to explain; or
 * incomplete, when an analyser failed and so nothing is known.
 */
export function verdictOf(report: AuditReport): keyof typeof VERDICTS {
  if (openFindings(report).length > 0 || report.gone.length > 0) return 'open';
  return report.tools.some(({ status }) => status === 'failed') ? 'incomplete' : 'clean';
}
