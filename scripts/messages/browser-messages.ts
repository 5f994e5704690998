import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import compile from 'icu-minify/compile';
import { filesReachedFrom } from './import-graph';
import { usedKeys } from './used-keys';

/** A catalogue, or a branch of it: sentences, plain or compiled, by their keys. */
export interface Branch {
  [key: string]: Branch | string | unknown[];
}

/** The part of a catalogue that every page has. */
const SHARED_PART = 'shared';

/**
 * Divides catalogues into what the browser needs of them: one part for every page, one for each route group of
 * `src/app`. Server components send their sentences as HTML, so only the files behind a 'use client' count.
 * @param catalogues by language
 * @returns name of the part → language → its sentences, compiled so that the browser needs no parser for them
 */
export function browserMessages(
  catalogues: Readonly<Record<string, Branch>>,
): Map<string, Map<string, Branch>> {
  const isShared = usedKeys(filesOfBrowser(globSync('src/app/*.tsx')));
  const parts = new Map([[SHARED_PART, isShared]]);
  for (const folder of globSync('src/app/(*)').sort()) {
    const isUsed = usedKeys(filesOfBrowser(globSync(`${folder}/**/*.tsx`)));
    parts.set(basename(folder).slice(1, -1), (key) => isUsed(key) && !isShared(key));
  }
  const inEachLanguage = (isWanted: (key: string) => boolean) =>
    new Map(
      Object.entries(catalogues).map(([language, all]) => [language, pick(all, isWanted)] as const),
    );
  return new Map([...parts].map(([part, isWanted]) => [part, inEachLanguage(isWanted)]));
}

/** The files that reach the browser when some pages are shown. */
export function filesOfBrowser(pages: readonly string[]): Set<string> {
  const isClient = (file: string) => readFileSync(file, 'utf8').startsWith("'use client'");
  return filesReachedFrom([...filesReachedFrom(pages)].filter(isClient));
}

function pick(branch: Branch, isWanted: (key: string) => boolean, prefix = ''): Branch {
  const picked: Branch = {};
  for (const [name, inside] of Object.entries(branch)) {
    const key = prefix + name;
    if (typeof inside === 'string') {
      if (isWanted(key)) picked[name] = compile(inside);
    } else if (!Array.isArray(inside)) {
      const rest = pick(inside, isWanted, `${key}.`);
      if (Object.keys(rest).length > 0) picked[name] = rest;
    }
  }
  return picked;
}
