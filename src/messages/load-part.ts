import type { ReactNode } from 'react';
import { addSentences, type AppLocale, type Branch } from './catalogues';
import { loadPatiently } from './load-patiently';

/**
 * For the components that scripts/messages/write-browser-messages.ts writes: adds the sentences of a file to a
 * language, once it is loaded, and shows its children. Until it is there, the page can be read as the
 * server sent it.
 */
export async function loadPart(locale: AppLocale, load: () => Promise<{ default: Branch }>) {
  const file = await loadPatiently(load);
  addSentences(locale, file.default);
  return ({ children }: { children: ReactNode }) => children;
}
