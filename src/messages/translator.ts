import { createTranslator } from 'use-intl/core';
import { CATALOGUES, DEFAULT_LOCALE, type AppLocale } from './catalogues.ts';

/** Makes a sentence of the catalogue from its key and arguments. */
export type Translate = ReturnType<typeof translatorOf>;

/** The whole key of a sentence, e.g. `accounts.logIn.title`. */
export type MessageKey = Parameters<Translate['has']>[0];

/** A sentence that is made later, in the language of its reader. */
export type Sentence = (t: Translate) => string;

/** Whether a text is the whole key of a sentence. */
export function isMessageKey(t: Translate, text: string): text is MessageKey {
  return /^[\w.-]+$/.test(text) && t.has(text as MessageKey);
}

/** The sentences of one language, for code outside React: mails, PDFs, the answers of the API. */
export function translatorOf(locale: AppLocale) {
  return createTranslator({ locale, messages: CATALOGUES[locale] });
}

/**
 * A sentence for the log, in the default language: its key instead in a browser whose reader has another language
 * and which has not loaded this one.
 */
export function logText(sentence: Sentence): string {
  const messages = CATALOGUES[DEFAULT_LOCALE];
  return sentence(createTranslator({ locale: DEFAULT_LOCALE, messages, onError: () => undefined }));
}

/**
 * The sentence of a key that is known only when the program runs, as that of a broken rule of a form.
 * @param values its arguments, which the compiler cannot check here
 */
export function sentenceOf(
  t: Translate,
  key: string,
  values: Readonly<Record<string, unknown>>,
): string {
  const translate = t as (key: string, values: Readonly<Record<string, unknown>>) => string;
  return translate(key, values);
}

/** BCP 47 tag by which a language of the catalogue writes dates and numbers. */
export function formattingLocale(t: Translate): string {
  return t('locale.formatting');
}
