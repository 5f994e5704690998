/** The levels of SARIF 2.1.0 §3.27.10, which every analyser's own are mapped to. */
export const SEVERITIES = ['note', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a finding is. Lines and columns count from 1; a file is named from the project's folder. */
export interface Place {
  file: string;
  line: number;
  column: number;
  /** The line's source text, trimmed. */
  code: string;
}

/** One report of one analyser. */
export interface RawFinding {
  /** `tool/rule`. */
  rule: string;
  severity: Severity;
  message: string;
  /** Absent for what concerns the whole project, as coverage does. */
  place?: Place;
  /** Number in the Smart Contract Weakness Classification, where one fits. */
  swc?: number;
}

/** The reports of one or several analysers about the same weakness in the same line. */
export interface Finding {
  severity: Severity;
  swc?: number;
  place?: Place;
  /** All reports, the gravest first; never empty. */
  reports: readonly [RawFinding, ...RawFinding[]];
  /** Why it may stay, from the file of accepted findings. */
  accepted?: string;
}

/** How grave a severity is, for comparing. */
export function weight(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}
