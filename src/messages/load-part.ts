import type { ReactNode } from 'react';
import { addSentences, type AppLocale, type Branch } from './catalogues';

const FIRST_PAUSE_MS = 1_000;
/** The pause doubles with each failed attempt, up to this. */
const LONGEST_PAUSE_MS = 16_000;

/**
 * For the components that scripts/messages/write-browser-messages.ts writes: adds the sentences of a file to a
 * language, once it is loaded, and shows its children. A file that is lost on its way to the browser is asked
 * for again and again: until it is there the page can be read as the server sent it, while a refusal would put an
 * error in its place.
 */
export async function loadPart(locale: AppLocale, load: () => Promise<{ default: Branch }>) {
  const file = await loadPatiently(load);
  addSentences(locale, file.default);
  return ({ children }: { children: ReactNode }) => children;
}

async function loadPatiently<T>(load: () => Promise<T>, pauseMs = FIRST_PAUSE_MS): Promise<T> {
  try {
    return await load();
  } catch (error) {
    // On the server a file that is not there will not come.
    if (typeof window === 'undefined') throw error;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return loadPatiently(load, Math.min(2 * pauseMs, LONGEST_PAUSE_MS));
  }
}
