import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Branch } from './browser-messages';

/** The catalogues of src/messages by their languages. */
export function readCatalogues(): Record<string, Branch> {
  const files = globSync('src/messages/*.json').sort();
  return Object.fromEntries(
    files.map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(file, 'utf8')) as Branch,
    ]),
  );
}
