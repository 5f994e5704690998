import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserMessages, type Branch } from './browser-messages';

/**
 * Writes what the browser needs of the catalogues: a file of sentences for each part and language, and a component
 * for each part, which loads the file of its reader's language.
 * @param folder is made when it does not exist
 * @param catalogues by language
 */
export async function writeBrowserMessages(
  folder: string,
  catalogues: Readonly<Record<string, Branch>>,
): Promise<void> {
  const languages = Object.keys(catalogues);
  for (const language of languages) {
    await mkdir(join(folder, language), { recursive: true });
    // What a catalogue holds in the browser before a page brings its sentences.
    await writeFile(join(folder, language, 'empty.json'), '{}');
  }
  for (const [part, sentences] of browserMessages(catalogues)) {
    await writeFile(join(folder, `${part}.tsx`), component(part, languages));
    for (const [language, messages] of sentences) {
      await writeFile(join(folder, language, `${part}.json`), JSON.stringify(messages));
    }
  }
}

/** Each import stands as a literal: only so does Next.js make a file of its own and preload it. */
function component(part: string, languages: readonly string[]): string {
  const imports = languages.map(
    (language) =>
      `  '${language}': dynamic(() => loadPart('${language}', () => import('./${language}/${part}.json'))),`,
  );
  return `'use client';

// Written by scripts/messages/write-browser-messages.ts.
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { AppLocale } from '@/messages/catalogues';
import { loadPart } from '@/messages/load-part';

const PARTS = {
${imports.join('\n')}
};

/** Brings the sentences of some pages to the browser. It stands around them, so that it is there first. */
export function PageSentences({ locale, children }: { locale: AppLocale; children: ReactNode }) {
  const Part = PARTS[locale];
  return <Part>{children}</Part>;
}
`;
}
