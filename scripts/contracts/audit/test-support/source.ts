import type { RawFinding } from '../finding';
import { ownRules } from '../analysers/own-rules';
import type { Target } from '../target';

/** A contract written in a test, as a target. */
export function source(body: string): Target {
  const text = `// SPDX-License-Identifier: AGPL-3.0-only\npragma solidity 0.8.37;\n${body}\n`;
  return { files: new Map([['planted.sol', text]]), ours: false };
}

/** The findings of our own rules in a contract: `rule line-of-code`, for a short expectation. */
export async function ruleFindings(body: string): Promise<RawFinding[]> {
  const outcome = await ownRules.run(source(body));
  if (outcome.status !== 'done') throw new Error(outcome.status);
  return [...outcome.findings];
}

/** The names of the rules that speak. */
export async function rulesBroken(body: string): Promise<string[]> {
  const findings = await ruleFindings(body);
  return [...new Set(findings.map(({ rule }) => rule.replace('rules/', '')))].sort();
}
