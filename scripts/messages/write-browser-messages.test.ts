import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import compile from 'icu-minify/compile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import { PSEUDO, pseudoCatalogue } from '../../test/support/messages/pseudo-language';
import type { Branch } from './browser-messages';
import { writeBrowserMessages } from './write-browser-messages';

const folder = mkdtempSync(join(tmpdir(), 'browser-messages-'));
const PARTS = ['admin', 'doctor', 'patient', 'public', 'shared'];

beforeAll(() => writeBrowserMessages(folder, { en, [PSEUDO]: pseudoCatalogue(en) }));
afterAll(() => rmSync(folder, { recursive: true }));

const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');

/** The sentences of a part by their whole keys, each as JSON. */
function sentencesOf(branch: Branch, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, inside] of Object.entries(branch)) {
    const key = prefix + name;
    if (typeof inside === 'string' || Array.isArray(inside)) found.set(key, JSON.stringify(inside));
    else for (const [deeper, text] of sentencesOf(inside, `${key}.`)) found.set(deeper, text);
  }
  return found;
}

/** The sentence of a key, compiled as the browser gets it. */
function compiled(catalogue: Branch, key: string): string {
  const sentence = key
    .split('.')
    .reduce<unknown>((inside, name) => (inside as Branch | undefined)?.[name], catalogue);
  return JSON.stringify(compile(String(sentence)));
}

describe('the sentences for the browser', () => {
  it.each(PARTS)('has a file of %s for each language, with its own sentences alone', (part) => {
    for (const [language, catalogue] of [
      ['en', en],
      [PSEUDO, pseudoCatalogue(en)],
    ] as const) {
      const sentences = sentencesOf(JSON.parse(read(language, `${part}.json`)) as Branch);
      expect(sentences.size).toBeGreaterThan(5);
      for (const [key, text] of sentences) expect(text, key).toBe(compiled(catalogue, key));
    }
  });

  it('has the same sentences in each language, none of them twice', () => {
    const keysOf = (language: string, part: string) => [
      ...sentencesOf(JSON.parse(read(language, `${part}.json`)) as Branch).keys(),
    ];
    const shared = new Set(keysOf('en', 'shared'));
    for (const part of PARTS) {
      const keys = keysOf('en', part);
      expect(keysOf(PSEUDO, part)).toEqual(keys);
      if (part !== 'shared') expect(keys.filter((key) => shared.has(key))).toEqual([]);
    }
  });

  it.each(PARTS)('loads with %s the file of one language', (part) => {
    const source = read(`${part}.tsx`);
    expect(source.match(/loadPart\('\w+', \(\) => import\('[^']+'\)\)/g)).toEqual(
      ['en', PSEUDO].map(
        (language) => `loadPart('${language}', () => import('./${language}/${part}.json'))`,
      ),
    );
    expect(source).not.toMatch(/from '[^']+\.json'/);
  });

  it('is nothing before a page has brought its own', () => {
    expect(readdirSync(join(folder, PSEUDO)).sort()).toEqual(
      [...PARTS, 'empty'].map((part) => `${part}.json`).sort(),
    );
    expect(read(PSEUDO, 'empty.json')).toBe('{}');
  });
});
