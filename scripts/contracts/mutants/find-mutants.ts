import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Mutant } from './mutant';
import { replacementsAt } from './replacements';
import { childrenOf, readSyntaxTree, type SyntaxNode } from './syntax-tree';

/** What holds no behaviour. */
const SKIPPED = new Set(['PragmaDirective', 'ImportDirective', 'StructuredDocumentation']);

/** Every mutant of one source, in the order of the source. */
export function findMutants(file: string): Mutant[] {
  const source = readFileSync(file);
  const textOf = ({ start, end }: { start: number; end: number }) =>
    source.subarray(start, end).toString();
  const found: Mutant[] = [];
  const seen = new Map<string, number>();

  const visit = (node: SyntaxNode, place: string): void => {
    if (SKIPPED.has(node.nodeType)) return;
    for (const { start, end, text } of replacementsAt(node, textOf)) {
      const what = `${place}: ${oneLine(textOf({ start, end }))} → ${oneLine(text) || 'nothing'}`;
      const count = (seen.get(what) ?? 0) + 1;
      seen.set(what, count);
      const line = source.subarray(0, start).toString().split('\n').length;
      const id = count === 1 ? what : `${what} #${count}`;
      found.push({ id, file, line, start, end, replacement: text });
    }
    for (const child of childrenOf(node)) visit(child, placeOf(child, place));
  };
  visit(readSyntaxTree(file), '');
  return found;
}

/** `Contract.function`, or `Contract.constant`. */
function placeOf({ nodeType, fields }: SyntaxNode, place: string): string {
  const name = z.string().safeParse(fields['name']).data;
  if (nodeType === 'ContractDefinition') return name ?? place;
  const isNamed =
    nodeType === 'FunctionDefinition' ||
    (nodeType === 'VariableDeclaration' && fields['stateVariable'] === true);
  return isNamed ? `${place}.${name === undefined || name === '' ? 'constructor' : name}` : place;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
