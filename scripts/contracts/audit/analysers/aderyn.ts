import { mkdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RawFinding, Severity } from '../finding';
import { placeAt, type Target } from '../target';
import { externalTool } from './external-tool';

const OUTPUT = '.data/audit/aderyn/report.json';

const issuesSchema = z.object({
  issues: z.array(
    z.object({
      title: z.string(),
      detector_name: z.string(),
      instances: z.array(z.object({ contract_path: z.string(), line_no: z.number() })),
    }),
  ),
});
const reportSchema = z.object({ high_issues: issuesSchema, low_issues: issuesSchema });

/** Aderyn's detectors that stand for a weakness. */
const WEAKNESSES: Readonly<Record<string, number>> = {
  'delegate-call-unchecked-address': 112,
  'reentrancy-state-change': 107,
  'tx-origin-used-for-auth': 115,
  'unchecked-low-level-call': 104,
  'unspecific-solidity-pragma': 103,
  'weak-randomness': 120,
};

/**
 * Reads Aderyn's JSON report, as its repository's `reports/report.json` shows it: high and low
 * issues, each with its instances.
 * @throws when it is something else
 */
export function readAderyn(json: string, target: Target): RawFinding[] {
  const { high_issues: high, low_issues: low } = reportSchema.parse(JSON.parse(json));
  const findings = (issues: typeof high.issues, severity: Severity) =>
    issues.flatMap(({ title, detector_name: name, instances }) =>
      instances.map(({ contract_path: file, line_no: line }) => {
        const place = placeAt(target, file, line, 1);
        const swc = WEAKNESSES[name];
        return {
          rule: `aderyn/${name}`,
          severity,
          message: title,
          ...(place && { place }),
          ...(swc !== undefined && { swc }),
        };
      }),
    );
  return [...findings(high.issues, 'error'), ...findings(low.issues, 'warning')];
}

/** Aderyn, where it is installed. */
export const aderyn = externalTool({
  name: 'aderyn',
  title: 'Aderyn',
  program: 'aderyn',
  from: 'npm install -g @cyfrin/aderyn, which fetches the program from GitHub',
  runs: (target) => {
    mkdirSync('.data/audit/aderyn', { recursive: true });
    const files = [...target.files.keys()].join(',');
    return [['.', `--path-includes=${files}`, '--no-snippets', '--output', OUTPUT]];
  },
  output: () => readFileSync(OUTPUT, 'utf8'),
  read: readAderyn,
});
