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

/** Words that people no longer read, and what replaces them. */
const BANNED = [
  /\banchor(s|ed|ing)?\b/i, // seal
  /(?<!X-)\bforward(s|ed|ing)?\b/i, // send
  /\b(un)?bind(s|ing)?\b|\bbound\b/i, // connect
  /\buntouched\b/i, // original
  /\btransact\b/i, // pay
  /\bfor ever\b/i, // forever
  /\bhand(s|ed)? out\b|\blet(s)? in\b/i, // share
  /\b(add|adds|added|put|puts) (?!a fingerprint)(\p{L}+ )*(to|on) the blockchain\b/iu, // seal
  /\breports? (\p{L}+ )*(was|were|been|be) added\b|\badds? (a|the|your) reports?\b/iu, // seal
  /\b(is|are) told\b/i, // gets an e-mail
  /\banew\b/i, // again
  /\b(cannot|can|could not) be asked\b/i, // cannot be reached
  /\bgo(es)? on\b/i, // continue
];

function hasOldWord(sentence: string): boolean {
  return BANNED.some((word) => word.test(sentence));
}

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
    expect(sentences.filter(([, sentence]) => hasOldWord(sentence))).toEqual([]);
  });

  it.each([
    ['To add a report to the blockchain, connect a wallet first.', true],
    ['The report that was put on the blockchain.', true],
    ['No report that was added in block 7 is trusted.', true],
    ['The viewers are told by e-mail.', true],
    ['The blockchain cannot be asked now.', true],
    ['Sealing puts a fingerprint of the report on the blockchain.', false],
    ['Add people, remove them or change how long they may see it.', false],
    ['The report is sealed on the blockchain.', false],
  ])('sees whether a word is old: %s', (sentence, isOld) => {
    expect(hasOldWord(sentence)).toBe(isOld);
  });
});
