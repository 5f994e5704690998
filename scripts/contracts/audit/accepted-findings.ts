import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Finding, type RawFinding, weight } from './finding';

const FILE = join(import.meta.dirname, 'accepted-findings.json');

const acceptedSchema = z.object({
  /** `tool/rule`, each of which this is the answer to. */
  rules: z.array(z.string().includes('/')).min(1),
  file: z.string().optional(),
  /** The line's source text: it moves with the line, and is void once the line changes. */
  code: z.string().optional(),
  /** Why it may stay. */
  reason: z.string().min(20),
});

/** A finding that may stay, and why. */
export type Accepted = z.infer<typeof acceptedSchema>;

/**
 * The findings that were looked at and may stay.
 * @throws when the file is not in order, a reason is missing among it
 */
export function readAccepted(): Accepted[] {
  return z.array(acceptedSchema).parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/**
 * Marks the findings that are accepted: those of which everything above a note has a reason.
 * @param tools the analysers that ran to their end: only they can show that something is gone
 * @returns the findings, and the accepted ones that no longer occur, each rule by itself
 */
export function applyAccepted(
  findings: readonly Finding[],
  accepted: readonly Accepted[],
  tools: ReadonlySet<string>,
): { findings: Finding[]; gone: Accepted[] } {
  const marked = findings.map((finding) => {
    const reasons = finding.reports
      .filter(({ severity }) => weight(severity) > weight('note'))
      .map((report) => accepted.find((entry) => covers(entry, report))?.reason);
    const known = reasons.filter((reason) => reason !== undefined);
    const isAccepted = known.length > 0 && known.length === reasons.length;
    return isAccepted ? { ...finding, accepted: [...new Set(known)].join(' ') } : finding;
  });
  const reports = findings.flatMap((finding) => finding.reports);
  const gone = accepted.flatMap((entry) => {
    const rules = entry.rules.filter(
      (rule) =>
        tools.has(rule.split('/')[0] ?? '') &&
        !reports.some((one) => covers({ ...entry, rules: [rule] }, one)),
    );
    return rules.length > 0 ? [{ ...entry, rules }] : [];
  });
  return { findings: marked, gone };
}

function covers({ rules, file, code }: Accepted, { rule, place }: RawFinding): boolean {
  return rules.includes(rule) && place?.file === file && place?.code === code;
}
