import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { CATALOGUES, type AppLocale } from '@/messages/catalogues';
import en from '@/messages/en.json';

interface Branch {
  [key: string]: Branch | string;
}

/**
 * The tag of the language that tests make of the English catalogue. Esperanto has the plurals of English, and dates
 * and numbers of its own; the product does not offer it.
 */
export const PSEUDO = 'eo';

const ACCENTED: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú' };

/** The catalogue of the pseudo-language: each sentence with accents, between marks, with the arguments it has. */
export function pseudoCatalogue(catalogue: Branch): Branch {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, inside]) => [key, pseudoOf(key, inside)]),
  );
}

/**
 * Adds the pseudo-language to the product, for the file that calls it.
 * @returns its tag
 */
export function addPseudoLanguage(): AppLocale {
  Object.assign(CATALOGUES, { [PSEUDO]: pseudoCatalogue(en) });
  // The type lists the languages of the product.
  return PSEUDO as AppLocale;
}

/** Takes the English catalogue away, as from the browser of a reader of another language. */
export function removeEnglish(): void {
  Object.assign(CATALOGUES, { en: {} });
}

/** A text without the sentences of the pseudo-language, those inside others included. */
export function withoutPseudo(text: string): string {
  const rest = text.replaceAll(/«[^«»]*»/gs, '');
  return rest === text ? rest : withoutPseudo(rest);
}

function pseudoOf(key: string, inside: Branch | string): Branch | string {
  // What a language states about itself.
  if (key === 'language' || key === 'formatting') return PSEUDO;
  return typeof inside === 'string' ? pseudoSentence(inside) : pseudoCatalogue(inside);
}

/** With the vowels of its texts accented, those in plurals and tags too; arguments keep their names. */
function pseudoSentence(sentence: string): string {
  const letters = sentence.split('');
  for (const [start, end] of textsOf(parse(sentence, { captureLocation: true })))
    for (let at = start; at < end; at += 1)
      letters[at] = ACCENTED[letters[at] ?? ''] ?? letters[at] ?? '';
  return `«${letters.join('')}»`;
}

/** Where the texts of a parsed sentence begin and end. */
function textsOf(elements: readonly MessageFormatElement[]): [start: number, end: number][] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal && element.location !== undefined)
      return [[element.location.start.offset, element.location.end.offset] as [number, number]];
    if ('children' in element) return textsOf(element.children);
    if ('options' in element)
      return Object.values(element.options).flatMap(({ value }) => textsOf(value));
    return [];
  });
}
