import type { Analyser } from '../analyser';
import type { RawFinding } from '../finding';
import { readHardhat } from '../../../test-run/read-results';
import { runTool } from '../../../provision/run-tool';

/** Reads the output of Hardhat's Solidity tests: a counterexample is a requirement violated (SWC-123). */
export function readFuzz(output: string): RawFinding[] {
  return output
    .split('\n')
    .filter((line) => /^\s+\d+\) (test|invariant)/.test(line))
    .map((line) => ({
      rule: 'fuzz/counterexample',
      severity: 'error' as const,
      message: line.trim().replace(/^\d+\) /, ''),
      swc: 123,
    }));
}

/** The contract's fuzz tests and stateful invariants, as many runs as `npm test` makes. */
export const fuzz: Analyser = {
  name: 'fuzz',
  title: 'Fuzz tests and invariants (Hardhat)',
  run: async (target) => {
    if (!target.ours)
      return { status: 'not applicable', why: 'There are no tests of this contract' };
    const { code, output } = await runTool('hardhat', ['test', 'solidity']);
    const { passed, failed } = readHardhat(output);
    const findings = readFuzz(output);
    if (code !== 0 && findings.length === 0) {
      return { status: 'failed', why: output.trim().split('\n').slice(-5).join('\n') };
    }
    return { status: 'done', findings, facts: [`${passed} hold, ${failed} do not`] };
  },
};
