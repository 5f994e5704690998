import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCycle, importsWithTypes } from '../../scripts/messages/import-graph';

/** Not a rule of the linter: that passes over imports of types, which a reader has to follow too, and takes a minute. */
const files = globSync(['*.ts', '{src,test}/**/*.{ts,tsx}', 'scripts/**/*.ts']).filter(
  (file) => !file.startsWith('src/generated/') && !/\.test\.tsx?$/.test(file),
);

const graph = new Map(
  files.map((file) => [file, new Set(importsWithTypes(file, readFileSync(file, 'utf8')))]),
);

/** Who imports whom, where `planted` adds lines to files. */
function importGraph(planted: Readonly<Record<string, string>> = {}): Map<string, Set<string>> {
  const added = Object.entries(planted).map(([file, text]): [string, Set<string>] => [
    file,
    new Set([...(graph.get(file) ?? []), ...importsWithTypes(file, text)]),
  ]);
  return new Map([...graph, ...added]);
}

describe('no file imports itself through others, types included', () => {
  it('in src, scripts and test', () => {
    expect(findCycle(importGraph())).toEqual([]);
  });

  it('finds a planted cycle', () => {
    const planted = {
      'src/accounts/sessions/session-limits.ts':
        "export { findLiveActor } from './find-live-actor';\n",
    };
    expect(findCycle(importGraph(planted))).toContain('src/accounts/sessions/find-live-actor.ts');
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

/** The folder of a room that a file stands in, such as `src/reports/pdf`; files of a room's own stand in the room. */
function folderOf(file: string): string {
  return file.split('/').slice(0, -1).slice(0, 3).join('/');
}

function folderGraph(planted: Readonly<Record<string, string>> = {}): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>();
  for (const [file, imports] of importGraph(planted)) {
    const folder = folderOf(file);
    const known = folders.get(folder) ?? new Set();
    folders.set(folder, known);
    for (const other of [...imports].map(folderOf)) {
      if (other !== folder && folder.startsWith('src/')) known.add(other);
    }
  }
  return folders;
}

describe('no folder of a room imports itself through others, types and styles included', () => {
  it('in src', () => {
    expect(findCycle(folderGraph())).toEqual([]);
  });

  it.each([
    ['src/reports/pdf/sheet.ts', '../templates/templates', 'src/reports/templates'],
    ['src/registry/contract/read-report.ts', '@/registry/calls/encode-calls', 'src/registry/calls'],
    ['src/reports/templates/templates.ts', '../ui/print-foot.module.css', 'src/reports/ui'],
  ])('finds one planted in %s', (file, imported, folder) => {
    const cycle = findCycle(folderGraph({ [file]: `import type {} from '${imported}';\n` }));
    expect(cycle).toEqual(expect.arrayContaining([folderOf(file), folder]));
  });
});
