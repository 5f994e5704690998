import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf, type Translate } from '@/messages/translator';

/**
 * What pages read their sentences by, which React’s server alone provides. A test file uses it by
 * `vi.mock('next-intl/server', () => import('…/support/app/server-sentences'))`.
 */
export function getTranslations(): Promise<Translate> {
  return Promise.resolve(translatorOf(DEFAULT_LOCALE));
}

export function getLocale(): Promise<string> {
  return Promise.resolve(DEFAULT_LOCALE);
}
