import { readFileSync } from 'node:fs';
import { runTool } from '../../../provision/run-tool';
import { behaviourTests } from '../../../test-run/contract-tests';
import type { Analyser } from '../analyser';
import type { RawFinding } from '../finding';
import { placeAt, type Target } from '../target';

const REPORT = 'coverage/lcov.info';

/**
 * Reads an lcov report: a finding for each line that no test reached, and the share of those reached.
 */
export function readCoverage(
  lcov: string,
  target: Target,
): { findings: RawFinding[]; lines: number; reached: number } {
  const findings: RawFinding[] = [];
  let file = '';
  let lines = 0;
  for (const entry of lcov.split('\n')) {
    if (entry.startsWith('SF:')) file = entry.slice(3);
    const [, line, hits] = /^DA:(\d+),(\d+)/.exec(entry) ?? [];
    if (!target.files.has(file) || line === undefined) continue;
    lines += 1;
    if (hits !== '0') continue;
    const place = placeAt(target, file, Number(line), 1);
    const message = 'No test reaches this line';
    findings.push({ rule: 'coverage/line', severity: 'warning', message, ...(place && { place }) });
  }
  return { findings, lines, reached: lines - findings.length };
}

/** The lines of the contracts that the tests of their behaviour together reach, by Hardhat's own coverage. */
export const coverage: Analyser = {
  name: 'coverage',
  title: 'Coverage (Hardhat)',
  run: async (target) => {
    if (!target.ours)
      return { status: 'not applicable', why: 'There are no tests of this contract' };
    const { code, output } = await runTool('hardhat', ['--coverage', 'test', ...behaviourTests()]);
    if (code !== 0) {
      return { status: 'failed', why: output.trim().split('\n').slice(-5).join('\n') };
    }
    const { findings, lines, reached } = readCoverage(readFileSync(REPORT, 'utf8'), target);
    if (lines === 0)
      return { status: 'failed', why: 'The coverage report names none of the files' };
    return { status: 'done', findings, facts: [`${reached} of ${lines} lines`] };
  },
};
