import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import { CATALOGUES } from '@/messages/catalogues';
import { filesOfBrowser } from '../../scripts/messages/browser-messages';
import { pseudoCatalogue } from '../support/messages/pseudo-language';

interface Branch {
  [key: string]: Branch | string;
}

/** The whole keys of a catalogue, each with the names of its sentence's arguments and tags. */
function argumentsOf(branch: Branch, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, inside] of Object.entries(branch)) {
    const key = prefix + name;
    if (typeof inside === 'string') found.set(key, [...namesIn(parse(inside))].sort().join(' '));
    else for (const [deeper, names] of argumentsOf(inside, `${key}.`)) found.set(deeper, names);
  }
  return found;
}

function namesIn(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    // A literal has its text as value, and # none.
    if ('value' in element && element.type !== TYPE.literal) names.add(element.value);
    const deeper = [
      ...('children' in element ? [element.children] : []),
      ...('options' in element ? Object.values(element.options).map(({ value }) => value) : []),
    ];
    for (const inside of deeper) for (const name of namesIn(inside)) names.add(name);
  }
  return names;
}

/** The keys that one of two catalogues lacks, or whose sentences have different arguments. */
function differences(one: Branch, other: Branch): string[] {
  const [first, second] = [argumentsOf(one), argumentsOf(other)];
  const keys = new Set([...first.keys(), ...second.keys()]);
  return [...keys].filter((key) => first.get(key) !== second.get(key));
}

const files = globSync('src/messages/*.json');

describe('the catalogues', () => {
  it('are the files of src/messages', () => {
    const languages = files.map((file) => /(\w[\w-]*)\.json$/.exec(file)?.[1]);
    expect(languages.toSorted()).toEqual(Object.keys(CATALOGUES).toSorted());
  });

  it.each(files)('%s has the keys and arguments of the English one', (file) => {
    expect(differences(en, JSON.parse(readFileSync(file, 'utf8')) as Branch)).toEqual([]);
  });

  it('can be written in another language, with the same keys and arguments', () => {
    expect(differences(en, pseudoCatalogue(en))).toEqual([]);
  });

  it.each([
    [{ a: 'Hallo {name}' }, []],
    [{ a: 'Hallo' }, ['a']],
    [{ a: 'Hallo {nome}' }, ['a']],
    [{ a: '{name, select, x {Hallo <b>du</b>} other {Hallo}}' }, ['a']],
    [{ a: 'Hallo {name}', b: 'mehr' }, ['b']],
    [{}, ['a']],
  ])('are seen to differ from it: %j', (catalogue, expected) => {
    expect(differences({ a: 'Hello {name}' }, catalogue as Branch)).toEqual(expected);
  });

  it('are read in the browser by its reader’s language, which is all that it has', () => {
    const asking = [...filesOfBrowser(globSync('src/app/**/*.tsx'))].filter((file) =>
      /\bDEFAULT_LOCALE\b|translatorOf\('|CATALOGUES\.|messages\/\w+\.json/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(asking.sort()).toEqual([
      // For when the frame of all pages failed.
      'src/app/global-error.tsx',
      // Where it is named.
      'src/messages/catalogues.ts',
      // For the log.
      'src/messages/translator.ts',
    ]);
  });
});
