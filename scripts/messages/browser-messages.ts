import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import compile from 'icu-minify/compile';
import { filesReachedFrom } from './import-graph';
import { usedKeys } from './used-keys';

/** A catalogue, or a branch of it: sentences, plain or compiled, by their keys. */
export interface Branch {
  [key: string]: Branch | string | unknown[];
}

/** The part of the catalogue that every page has. */
export const SHARED_PART = 'shared';

/**
 * Divides a catalogue into what the browser needs of it: one part for every page, one for each route group of
 * `src/app`. Server components send their sentences as HTML, so only the files behind a 'use client' count.
 * @returns name of the part → its sentences, compiled so that the browser needs no parser for them
 */
export function browserMessages(catalogue: Branch): Record<string, Branch> {
  const shared = pick(catalogue, usedKeys(filesOfBrowser(globSync('src/app/*.tsx'))));
  const groups = globSync('src/app/(*)').sort();
  const parts = groups.map((folder): [string, Branch] => {
    const isUsed = usedKeys(filesOfBrowser(globSync(`${folder}/**/*.tsx`)));
    const isShared = (key: string) => has(shared, key);
    return [basename(folder).slice(1, -1), pick(catalogue, (key) => isUsed(key) && !isShared(key))];
  });
  return { [SHARED_PART]: shared, ...Object.fromEntries(parts) };
}

/** The files that reach the browser when some pages are shown. */
function filesOfBrowser(pages: readonly string[]): Set<string> {
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

function has(branch: Branch, key: string): boolean {
  const [first = '', ...rest] = key.split('.');
  const inside = branch[first];
  if (rest.length === 0 || inside === undefined) return inside !== undefined;
  return typeof inside === 'object' && !Array.isArray(inside) && has(inside, rest.join('.'));
}
