import { readFileSync } from 'node:fs';

/** A key that stands in the code as a whole. */
const WHOLE = /['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g;
/** A key that is made of a closed set: `reports.states.${state}.label`. */
const MADE = /`([a-z]\w*(?:\.[\w-]*)*\$\{[^`]+)`/g;
const HOLE = /\$\{(?:[^{}]|\{[^}]*\})*\}/;

/**
 * Which keys of the catalogue some source files name.
 * @param files paths relative to the repository
 * @returns whether a key is named, as a whole or by a pattern
 */
export function usedKeys(files: Iterable<string>): (key: string) => boolean {
  const source = [...files].map((file) => readFileSync(file, 'utf8')).join('\n');
  const whole = new Set(Array.from(source.matchAll(WHOLE), ([, key]) => key));
  const made = Array.from(source.matchAll(MADE), ([, text = '']) => {
    const parts = text.split(HOLE).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w.-]+')}$`);
  });
  return (key) => whole.has(key) || made.some((pattern) => pattern.test(key));
}
