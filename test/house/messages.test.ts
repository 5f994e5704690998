import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';
import { usedKeys } from '../../scripts/messages/used-keys';

interface Branch {
  [key: string]: Branch | string;
}

/** The whole keys of the catalogue with their sentences. */
function sentencesOf(branch: Branch, prefix = ''): [key: string, sentence: string][] {
  return Object.entries(branch).flatMap(([name, inside]) => {
    const key = prefix + name;
    if (typeof inside === 'string') return [[key, inside] as [string, string]];
    return sentencesOf(inside, `${key}.`);
  });
}

/** `locale` holds how a language writes dates, which no one reads. */
const sentences = sentencesOf(en).filter(([key]) => !key.startsWith('locale.'));

/** The code that may name a sentence. */
const files = globSync('src/**/*.{ts,tsx}', { exclude: ['src/generated/**'] }).filter(
  (file) => !file.includes('.test.'),
);

/** Words that people no longer read, and what stands there instead. */
const BANNED = [
  /\banchor(s|ed|ing)?\b/i, // seal
  /(?<!clocks went |X-)\bforward(s|ed|ing)?\b/i, // send
  /\b(un)?bind(s|ing)?\b|\bbound\b/i, // connect
  /\buntouched\b/i, // original
  /\btransact\b/i, // pay
  /\bfor ever\b/i, // forever
  /\bhand(s|ed)? out\b|\blet(s)? in\b/i, // share
];

describe('the catalogue', () => {
  it('has no sentence that nothing uses', () => {
    const isUsed = usedKeys(files);
    const unused = sentences.map(([key]) => key).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });

  it('has every sentence that is asked for', () => {
    const keys = new Set(sentencesOf(en).map(([key]) => key));
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    const asked = Array.from(
      source.matchAll(/\bt(?:\.rich)?\(\s*'([^']+)'/g),
      ([, key = '']) => key,
    );
    expect(asked.length).toBeGreaterThan(500);
    expect(asked.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('uses the words of today', () => {
    const old = sentences.filter(([, sentence]) => BANNED.some((word) => word.test(sentence)));
    expect(old).toEqual([]);
  });
});
