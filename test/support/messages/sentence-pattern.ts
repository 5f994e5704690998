import { sentenceOf, type MessageKey } from '@/messages/translator';
import { t } from './english';

/** Characters that stand in no text, one for each argument that is not known as a text. */
const FIRST_SLOT = 0xe000;
const SLOT = /[\uE000-\uF8FF]/g;

/**
 * Matches an English sentence of the catalogue whatever stands in its arguments, as a name or a time that the test
 * does not support.
 * @param known arguments whose text matters, and every one that chooses another wording; an unknown number counts as
 *   many
 */
export function sentencePattern(
  key: MessageKey,
  known: Readonly<Record<string, string | number | RegExp>> = {},
): RegExp {
  const slots: string[] = [];
  const slotOf = (pattern: string) =>
    String.fromCharCode(FIRST_SLOT + slots.push(`(?:${pattern})`) - 1);
  const raw = String(t.raw(key));
  const values: Record<string, unknown> = {};
  for (const [, name = '', end] of raw.matchAll(/\{(\w+)(\}|, (?:number|plural))/g))
    values[name] = end === '}' ? slotOf('.+') : NaN;
  // In an empty tag, as `<time></time>`, the page puts something of its own.
  for (const [, tag = ''] of raw.matchAll(/<(\w+)>/g))
    values[tag] = (chunks: readonly string[]) => chunks.join('') || slotOf('.+');
  for (const [name, value] of Object.entries(known))
    values[name] = value instanceof RegExp ? slotOf(value.source) : value;
  const literal = sentenceOf(t, key, values).replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const source = literal
    .replaceAll('NaN', String.raw`[\d.,]+`)
    .replaceAll(SLOT, (slot) => slots[slot.charCodeAt(0) - FIRST_SLOT] ?? '');
  return new RegExp(source);
}
