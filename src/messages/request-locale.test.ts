import { expect, it } from 'vitest';
import { DEFAULT_LOCALE } from './catalogues';
import { bestLocale, requestLocale } from './request-locale';

it.each([
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-at', 'de'],
  ['fr, de;q=0.5', 'de'],
  ['en;q=0.5, de;q=0.9', 'de'],
  ['de; q=0.4 , en-US ; q=0.8', 'en'],
  ['en-GB, de', 'en'],
  ['en, de', 'en'],
  // Not wanted at all.
  ['de;q=0', 'en'],
  ['*', 'en'],
  ['fr', 'en'],
  ['', 'en'],
  ['not a language, -, de-, d;q=1, de;q=many', 'en'],
])('%o is answered in %s', (header, locale) => {
  expect(bestLocale(header, ['en', 'de'], 'en')).toBe(locale);
});

it('reads no more languages of a header than a browser sends', () => {
  const header = `${'fr,'.repeat(5_000)}de`;
  expect(bestLocale(header, ['en', 'de'], 'en')).toBe('en');
});

it('falls back to the default language', () => {
  expect(bestLocale(null, ['en', 'de'], 'de')).toBe('de');
  expect(requestLocale(undefined)).toBe(DEFAULT_LOCALE);
  expect(requestLocale('xx-unknown')).toBe(DEFAULT_LOCALE);
});
