import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { compileWith } from './compile-with';

/** A node of the compiler's syntax tree; what a kind of node has beside this is asked with zod. */
export interface SyntaxNode {
  nodeType: string;
  /** Bytes of the source. */
  start: number;
  end: number;
  fields: Record<string, unknown>;
}

const nodeSchema = z.looseObject({ nodeType: z.string(), src: z.string() });

/** The node that a value is, if it is one. */
export function asNode(value: unknown): SyntaxNode | undefined {
  const { data } = nodeSchema.safeParse(value);
  if (data === undefined) return undefined;
  const [start = 0, length = 0] = data.src.split(':').map(Number);
  return { nodeType: data.nodeType, start, end: start + length, fields: data };
}

/** The nodes that a node holds, in the order of the source. */
export function childrenOf({ fields }: SyntaxNode): SyntaxNode[] {
  return Object.values(fields)
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .map(asNode)
    .filter((node) => node !== undefined)
    .sort((one, other) => one.start - other.start);
}

const outputSchema = z.object({
  sources: z.record(z.string(), z.object({ ast: z.unknown() })),
});

/** The syntax tree of one of our sources. */
export function readSyntaxTree(file: string): SyntaxNode {
  const output = compileWith({ [file]: readFileSync(file, 'utf8') }, { '*': { '': ['ast'] } });
  const root = asNode(outputSchema.parse(output).sources[file]?.ast);
  if (root === undefined) throw new Error(`${file} has no syntax tree`);
  return root;
}
