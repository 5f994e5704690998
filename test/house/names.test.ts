import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * A name is one thing: the verb on the server is `list-viewers`, what shows it is named after how (`viewer-lines`,
 * `…-card`, `…-button`), a schema beside its verb ends in `-schema`. Tools name the files of src/app, and every kind
 * of report has files of the same names.
 */
const files = globSync('src/**/*.{ts,tsx}').filter(
  (file) => !/^src\/(app|generated|reports\/templates\/[^/]+)\/|\.(test|d)\.tsx?$/.test(file),
);

/** The words of a file's name without order and number: `list-viewers` and `viewer-list` have the same. */
function wordsOf(file: string): string {
  return basename(file)
    .replace(/\.tsx?$/, '')
    .split('-')
    .map((word) => word.replace(/s$/, ''))
    .sort()
    .join(' ');
}

function sameWords(paths: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const path of paths) groups.set(wordsOf(path), [...(groups.get(wordsOf(path)) ?? []), path]);
  return [...groups.values()].filter((group) => group.length > 1);
}

describe('no two files of src have the same words in their names', () => {
  it('in any order', () => {
    expect(sameWords(files)).toEqual([]);
  });

  it.each([
    'src/sharing/ui/viewers/viewers-list.tsx',
    'src/sharing/viewers/viewer-list.ts',
    'src/accounts/ui/list-viewers.ts',
  ])('finds %s', (planted) => {
    expect(sameWords([...files, planted])).toEqual([
      ['src/sharing/viewers/list-viewers.ts', planted],
    ]);
  });
});
