import type { Messages } from '@/generated/messages';
import en from '#catalogue/en' with { type: 'json' };

/**
 * Every sentence for a person, by language. In the browser only those of the pages shown so far in the reader's
 * language, compiled (`addSentences`). The import of a JSON file widens its texts to `string`; the generated type
 * keeps them, so that the arguments of each sentence are checked, too.
 */
export const CATALOGUES = { en: en as Messages } as const;

/** A language of the catalogue. */
export type AppLocale = keyof typeof CATALOGUES;

/** The default language. */
export const DEFAULT_LOCALE: AppLocale = 'en';

/** A catalogue, or a branch of it, by keys. */
export interface Branch {
  [key: string]: unknown;
}

/**
 * Adds the sentences that a page brought with it to the catalogue of the browser. The server has them all.
 * @param part as scripts/messages/write-browser-messages.ts wrote it
 */
export function addSentences(locale: AppLocale, part: Branch): void {
  if (typeof window === 'undefined') return;
  const catalogue: object = CATALOGUES[locale];
  merge(catalogue as Branch, part);
}

function merge(into: Branch, part: Branch): void {
  for (const [key, inside] of Object.entries(part)) {
    const present = into[key];
    if (isBranch(present) && isBranch(inside)) merge(present, inside);
    else into[key] = inside;
  }
}

function isBranch(value: unknown): value is Branch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
