import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { COMPILER_SETTINGS } from '../gas/compile-sources';
import { isNode, type Node } from './ast/node';
import type { Target } from './target';

const ROOT = resolve(import.meta.dirname, '../../..');
const require = createRequire(import.meta.url);

/** The npm package, whose own types lack the solver. */
const compilerSchema = z.object({
  version: z.custom<() => string>((value) => typeof value === 'function'),
  compile: z.custom<(input: string, callbacks: Callbacks) => string>(
    (value) => typeof value === 'function',
  ),
});

interface Callbacks {
  import: (path: string) => { contents: string } | { error: string };
  smtSolver?: (query: string) => { contents: string } | { error: string };
}

const messageSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  errorCode: z.string().optional(),
  message: z.string(),
  sourceLocation: z.object({ file: z.string(), start: z.number() }).optional(),
});

const outputSchema = z.object({
  errors: z.array(messageSchema).default([]),
  sources: z.record(z.string(), z.object({ ast: z.custom<Node>(isNode).optional() })).default({}),
});

/** solc's output for a source. */
export type CompilerMessage = z.infer<typeof messageSchema>;

/** What solc makes of a target. */
export interface Compilation {
  messages: readonly CompilerMessage[];
  /** The syntax tree of every file, the imported ones too. */
  trees: ReadonlyMap<string, Node>;
}

const done = new WeakMap<Target, Compilation>();

/** The compiler's version. */
export function compilerVersion(): string {
  return compilerSchema.parse(require('solc')).version();
}

/**
 * Compiles a target with npm's solc and the settings of hardhat.config.ts, once.
 * @throws Error with the compiler's words when it does not compile
 */
export function compileTarget(target: Target): Compilation {
  const known = done.get(target);
  if (known !== undefined) return known;

  const output = runCompiler(target.files, {
    ...COMPILER_SETTINGS,
    outputSelection: { '*': { '': ['ast'] } },
  });
  const faults = output.errors.filter(({ severity }) => severity === 'error');
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const trees = new Map(
    Object.entries(output.sources).flatMap(([file, { ast }]) =>
      ast ? [[file, ast] as const] : [],
    ),
  );
  const compilation = { messages: output.errors, trees };
  done.set(target, compilation);
  return compilation;
}

/**
 * Runs npm's solc in this process.
 * @param files source files by name
 * @param settings of its standard JSON input
 * @param options.instead sources that stand in for imported ones, by their import's name
 * @param options.solve answers the model checker's questions
 */
export function runCompiler(
  files: ReadonlyMap<string, string>,
  settings: Record<string, unknown>,
  options: {
    instead?: ReadonlyMap<string, string>;
    solve?: (query: string) => string;
  } = {},
): z.infer<typeof outputSchema> {
  const { instead, solve } = options;
  const sources = Object.fromEntries([...files].map(([file, content]) => [file, { content }]));
  const input = JSON.stringify({ language: 'Solidity', sources, settings });
  const { compile } = compilerSchema.parse(require('solc'));
  const output = compile(input, {
    import: (path) => {
      const contents = instead?.get(path);
      return contents === undefined ? find(path) : { contents };
    },
    ...(solve && { smtSolver: (query: string) => ({ contents: solve(query) }) }),
  });
  return outputSchema.parse(JSON.parse(output));
}

function find(path: string): { contents: string } | { error: string } {
  const folders = isAbsolute(path) ? [''] : [ROOT, join(ROOT, 'node_modules')];
  for (const folder of folders) {
    try {
      return { contents: readFileSync(join(folder, path), 'utf8') };
    } catch {
      // Looked for in the next folder.
    }
  }
  return { error: `${path} is not there` };
}
