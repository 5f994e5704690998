import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

const CORE = 'node_modules/@mantine/core/esm';
/** Styles that belong to no component. */
const GROUND = ['baseline', 'default-css-variables', 'global'];

/** Exported name → the module of `@mantine/core` that makes it. */
const modules = new Map(
  Array.from(
    readFileSync(join(CORE, 'index.mjs'), 'utf8').matchAll(
      /^import \{ ([^}]+) \} from "\.([^"]+)"/gm,
    ),
    ([, names = '', path = '']) =>
      names.split(', ').map((name): [string, string] => [last(name.split(' as ')), CORE + path]),
  ).flat(),
);

function last(names: readonly string[]): string {
  return (names.at(-1) ?? '').trim();
}

/** The names that some files import from `@mantine/core`. */
function importedNames(files: readonly string[]): string[] {
  return files.flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from ['"]@mantine\/core['"]/g),
      ([, names = '']) => names.split(',').map((name) => name.trim()),
    ).flat(),
  );
}

/** The components of Mantine whose markup we render ourselves, with its styles. */
function plainNames(): string[] {
  return globSync('src/components/plain/*.{ts,tsx}').flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/mantine-(\w+)-root/g), ([, name = '']) => name),
  );
}

/** The components with styles behind some modules. */
function styledBehind(start: readonly string[]): Set<string> {
  const waiting = [...start];
  const seen = new Set(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
      const imported = normalize(join(dirname(file), path));
      if (!seen.has(imported) && existsSync(imported)) waiting.push(imported);
      seen.add(imported);
    }
  }
  return new Set(
    [...seen].map((file) => basename(file)).filter((name) => name.endsWith('.module.mjs')),
  );
}

it('loads the styles of exactly the Mantine components that are used', () => {
  const used = [
    ...plainNames(),
    ...importedNames([
      ...globSync('src/**/*.{ts,tsx}'),
      ...globSync('node_modules/@mantine/{charts,dropzone,notifications}/esm/**/*.mjs'),
    ]),
  ].flatMap((name) => modules.get(name) ?? []);
  expect(used.length).toBeGreaterThan(50);
  const needed = [...styledBehind(used)].map((name) => name.replace('.module.mjs', ''));
  const loaded = Array.from(
    readFileSync('src/components/frame/mantine-styles.ts', 'utf8').matchAll(
      /styles\/([\w-]+)\.layer\.css'/g,
    ),
    ([, name]) => name,
  );
  expect(loaded.sort()).toEqual([...GROUND, ...needed].sort());
});
