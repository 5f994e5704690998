import { match } from '@formatjs/intl-localematcher';
import { CATALOGUES, DEFAULT_LOCALE, type AppLocale } from './catalogues.ts';

/** More languages than any browser sends; the rest of a longer header is not read. */
const MOST_LANGUAGES = 20;

/** What the matcher answers when no language is near. */
const NONE = '';

/** The language in which a request is answered: the best for its reader that the catalogue has. */
export function requestLocale(acceptLanguage: string | null | undefined): AppLocale {
  return bestLocale(acceptLanguage, Object.keys(CATALOGUES) as AppLocale[], DEFAULT_LOCALE);
}

/**
 * The best of some languages for a request with an Accept-Language header (RFC 9110, 12.5.4): the reader's first
 * wish that one of them meets, where `de` meets `de-AT`.
 * @param acceptLanguage value of the header, e.g. `de-AT, en;q=0.7`
 * @param fallback the answer when none meets a wish, or nothing is wished
 */
export function bestLocale<L extends string>(
  acceptLanguage: string | null | undefined,
  locales: readonly L[],
  fallback: L,
): L {
  for (const wish of wishedLanguages(acceptLanguage ?? '')) {
    // One by one: the matcher prefers a later wish that is met exactly.
    const met = match([wish], locales, NONE);
    if (met !== NONE) return met as L;
  }
  return fallback;
}

/** The languages of the header, best first; what is no language, as `*`, is left out. */
function wishedLanguages(acceptLanguage: string): string[] {
  return acceptLanguage
    .split(',', MOST_LANGUAGES)
    .map((wish) => WISH.exec(wish.trim()))
    .map((parts) => ({ language: parts?.[1] ?? '', weight: Number(parts?.[2] ?? 1) }))
    .filter(({ language, weight }) => weight > 0 && isLanguage(language))
    .sort((one, other) => other.weight - one.weight)
    .map(({ language }) => language);
}

const WISH = /^([a-z\d-]+)(?:\s*;\s*q=([01](?:\.\d{0,3})?))?$/i;

function isLanguage(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
