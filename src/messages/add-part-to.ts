import type { ReactNode } from 'react';
import { addSentences, type AppLocale, type Branch } from './catalogues';

/**
 * For the components that scripts/messages/write-browser-messages.ts writes: adds the sentences of a file to a
 * language, once it is loaded, and shows what stands inside.
 */
export function addPartTo(locale: AppLocale) {
  return (file: { default: Branch }) => {
    addSentences(locale, file.default);
    return ({ children }: { children: ReactNode }) => children;
  };
}
