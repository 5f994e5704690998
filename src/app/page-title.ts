import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { sentenceOf, type MessageKey } from '@/messages/translator';

/**
 * Makes the `generateMetadata` of a page that has a title alone.
 * @param key a sentence without arguments
 */
export function pageTitle(key: MessageKey): () => Promise<Metadata> {
  return async () => ({ title: sentenceOf(await getTranslations(), key, {}) });
}
