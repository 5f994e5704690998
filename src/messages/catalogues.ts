import type { Messages } from '@/generated/messages';
import en from './en.json' with { type: 'json' };

/**
 * Every sentence for a person, by language. The import of a JSON file widens its texts to `string`; the generated
 * type keeps them, so that the arguments of each sentence are checked, too.
 */
export const CATALOGUES = { en: en as Messages } as const;

/** A language of the catalogue. */
export type AppLocale = keyof typeof CATALOGUES;

/** The language of whoever has not chosen one. */
export const DEFAULT_LOCALE: AppLocale = 'en';
