import { readFileSync } from 'node:fs';
import {
  asNode,
  childrenOf,
  readSyntaxTree,
  type SyntaxNode,
} from '../mutants/syntax-tree';

/** A source in which each way of each branch is a line of its own. */
export interface ShownBranches {
  source: string;
  /** How many ways there are. */
  ways: number;
  /** The line of the true source that a line of this one came from. */
  trueLine: (line: number) => number;
}

const NOTHING = 'assert(true);';

/**
 * Hardhat's coverage counts lines and statements, not branches. So an `if` without `else` is given one
 * that does nothing, and a loop something that does nothing after it: that line then counts.
 * @throws Error when a source has `?:`, whose ways this cannot separate
 */
export function showBranches(file: string): ShownBranches {
  const bytes = readFileSync(file);
  const edits: { at: number; text: string }[] = [];
  let ways = 0;
  const visit = (node: SyntaxNode): void => {
    if (node.nodeType === 'Conditional') throw new Error(`${file} has a ?:, write an if`);
    const added = editsAt(node, bytes);
    if (added.length > 0) ways += 2;
    edits.push(...added);
    childrenOf(node).forEach(visit);
  };
  visit(readSyntaxTree(file));
  edits.sort((one, other) => one.at - other.at);

  let source = '';
  let end = 0;
  for (const { at, text } of edits) {
    source += bytes.subarray(end, at).toString() + text;
    end = at;
  }
  source += bytes.subarray(end).toString();
  return { source, ways, trueLine: (line) => lineBefore(bytes, edits, line) };
}

function editsAt(node: SyntaxNode, bytes: Buffer): { at: number; text: string }[] {
  if (node.nodeType === 'IfStatement') {
    const body = asNode(node.fields['trueBody']);
    const otherwise = asNode(node.fields['falseBody']);
    if (body === undefined) return [];
    const apart = { at: body.start, text: '\n' };
    if (otherwise !== undefined) return [apart, { at: otherwise.start, text: '\n' }];
    return [apart, { at: endOf(body, bytes), text: `\nelse {\n${NOTHING}\n}` }];
  }
  const isLoop = node.nodeType === 'WhileStatement' || node.nodeType === 'ForStatement';
  return isLoop ? [{ at: endOf(node, bytes), text: `\n${NOTHING}\n` }] : [];
}

/** A statement ends with its semicolon, which is not part of its node. */
function endOf({ end }: SyntaxNode, bytes: Buffer): number {
  return bytes[end] === ';'.charCodeAt(0) ? end + 1 : end;
}

function lineBefore(
  bytes: Buffer,
  edits: readonly { at: number; text: string }[],
  line: number,
): number {
  const breaks = (text: string) => text.split('\n').length - 1;
  let shown = 1;
  let end = 0;
  let added = 0;
  for (const { at, text } of edits) {
    shown += breaks(bytes.subarray(end, at).toString());
    if (shown >= line) break;
    shown += breaks(text);
    added += breaks(text);
    end = at;
    if (shown >= line) return line - added + (shown - line);
  }
  return line - added;
}
