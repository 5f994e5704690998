import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every import and re-export that stays when types are gone. */
const IMPORT = /^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)'|import\('([^']+)'\)/gm;

/** Every import and re-export, those of types alone too. */
const IMPORT_OR_TYPE = /^(?:import|export) (?:[^;']*? from )?'([^']+)'|\bimport\('([^']+)'\)/gm;

const known = new Map<string, readonly string[]>();

/** Whether a file of `src` imports another, itself or through others. Paths are relative to the repository. */
export function reaches(from: string, target: string): boolean {
  return filesReachedFrom([from]).has(target);
}

/** Some files of `src` with all that they import, themselves or through others. */
export function filesReachedFrom(files: readonly string[]): Set<string> {
  const waiting = [...files];
  const seen = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const imported of importsOf(file)) {
      if (!seen.has(imported)) waiting.push(imported);
      seen.add(imported);
    }
  }
  return seen;
}

/** What a file with this text imports of ours, types included. */
export function importsWithTypes(file: string, text: string): string[] {
  return importsIn(file, text, IMPORT_OR_TYPE);
}

/**
 * A cycle of a graph, its first node again at the end; empty where there is none.
 * @param graph node → the nodes it points to
 */
export function findCycle(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string[] => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (done.has(node)) return [];
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle.length > 0) return cycle;
    }
    done.add(node);
    return [];
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}

function importsOf(file: string): readonly string[] {
  const found = known.get(file) ?? importsIn(file, readFileSync(file, 'utf8'), IMPORT);
  known.set(file, found);
  return found;
}

function importsIn(file: string, text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, whole, lazy]) =>
    fileOf(file, whole ?? lazy ?? ''),
  );
}

function fileOf(from: string, specifier: string): string[] {
  const path = specifier.startsWith('@/')
    ? join('src', specifier.slice(2))
    : normalize(join(dirname(from), specifier));
  const isOurs = specifier.startsWith('@/') || specifier.startsWith('.');
  return isOurs
    ? [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].filter(
        (file) => /\.(tsx?|css)$/.test(file) && existsSync(file),
      )
    : [];
}
