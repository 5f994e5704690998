import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycle, importsWithTypes } from '../support/import-graph';

/** The linter's rule on cycles passes over imports of types; a reader has to follow those too. */
const files = globSync(['src/**/*.{ts,tsx}', 'scripts/**/*.ts']).filter(
  (file) => !file.startsWith('src/generated/') && !/\.test\.tsx?$/.test(file),
);

/** Who imports whom, where `planted` adds lines to files. */
function importGraph(planted: Readonly<Record<string, string>> = {}): Map<string, Set<string>> {
  return new Map(
    files.map((file) => {
      const text = `${planted[file] ?? ''}${readFileSync(file, 'utf8')}`;
      return [file, new Set(importsWithTypes(file, text))];
    }),
  );
}

describe('no file imports itself through others, types included', () => {
  it('in src and scripts', () => {
    expect(findCycle(importGraph())).toEqual([]);
  });

  it('finds a planted cycle of types', () => {
    const planted = {
      'src/audit/append-to-shard.ts': "import type { A } from './append-audit-event';\n",
    };
    expect(findCycle(importGraph(planted))).toEqual([
      'src/audit/append-audit-event.ts',
      'src/audit/append-to-shard.ts',
      'src/audit/append-audit-event.ts',
    ]);
  });
});
