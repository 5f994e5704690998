import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '@/messages/en.json';

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
const source = globSync('src/**/*.{ts,tsx}', { exclude: ['src/generated/**'] })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

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
    const whole = new Set(
      Array.from(source.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g), ([, key]) => key),
    );
    // Keys that are made of a closed set: `reports.states.${state}.label`.
    const made = Array.from(
      source.matchAll(/`([a-z]\w*(?:\.[\w-]*)*\$\{[^`]+)`/g),
      ([, text = '']) => {
        const parts = text
          .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
          .map((part) => part.replaceAll('.', '\\.'));
        return new RegExp(`^${parts.join('[\\w.-]+')}$`);
      },
    );
    const isUsed = (key: string) => whole.has(key) || made.some((pattern) => pattern.test(key));
    const unused = sentences.map(([key]) => key).filter((key) => !isUsed(key));
    expect(unused).toEqual([]);
  });

  it('has every sentence that is asked for', () => {
    const keys = new Set(sentencesOf(en).map(([key]) => key));
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
