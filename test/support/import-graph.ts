import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Every import and re-export that stays when types are gone. */
const IMPORT = /^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)'|import\('([^']+)'\)/gm;

const known = new Map<string, readonly string[]>();

/** Whether a file of `src` imports another, itself or through others. Paths are relative to the repository. */
export function reaches(from: string, target: string): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (file === target) return true;
    for (const imported of importsOf(file)) {
      if (!seen.has(imported)) waiting.push(imported);
      seen.add(imported);
    }
  }
  return false;
}

function importsOf(file: string): readonly string[] {
  const found =
    known.get(file) ??
    [...readFileSync(file, 'utf8').matchAll(IMPORT)].flatMap(([, whole, lazy]) =>
      fileOf(file, whole ?? lazy ?? ''),
    );
  known.set(file, found);
  return found;
}

function fileOf(from: string, specifier: string): string[] {
  const path = specifier.startsWith('@/')
    ? join('src', specifier.slice(2))
    : normalize(join(dirname(from), specifier));
  const isOurs = specifier.startsWith('@/') || specifier.startsWith('.');
  return isOurs ? [`${path}.ts`, `${path}.tsx`].filter((file) => existsSync(file)) : [];
}
