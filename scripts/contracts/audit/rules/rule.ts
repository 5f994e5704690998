import type { Node } from '../ast/node';
import type { Program } from '../ast/program';
import type { Severity } from '../finding';

/** What one of our rules reports about a node. */
export interface Violation {
  rule: string;
  severity: Severity;
  swc?: number;
  message: string;
  node: Node;
}

/**
 * A rule over solc's syntax trees.
 * @param program everything that was compiled, the imported files too
 * @param files the files that are looked at
 */
export type Rule = (program: Program, files: ReadonlySet<string>) => Violation[];
