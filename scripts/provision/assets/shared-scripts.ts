import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ProvisionError } from '../provision-error';

/** What every page may load before its own scripts, in bytes after gzip. */
export const SHARED_SCRIPTS_LIMIT = 180 * 1024;

const buildSchema = z.object({ rootMainFiles: z.array(z.string()) });
const pagesSchema = z.record(
  z.string(),
  z.object({ entryJSFiles: z.record(z.string(), z.array(z.string())) }),
);

/**
 * The scripts that all pages of a build load.
 * @param folder what `next build` made
 * @returns file → bytes after gzip
 */
export function sharedScripts(folder: string): Map<string, number> {
  const read = (file: string) => readFileSync(join(folder, file));
  const { rootMainFiles } = buildSchema.parse(JSON.parse(read('build-manifest.json').toString()));
  const [first = [], ...others] = scriptsOfPages(folder);
  const shared = [...first].filter((file) => others.every((scripts) => scripts.has(file)));
  const files = new Set([...rootMainFiles, ...shared]);
  return new Map([...files].map((file) => [file, gzipSync(read(file)).length]));
}

/**
 * Refuses a build whose pages share too much script: each of them has to load it before it answers.
 * @throws ProvisionError
 */
export function requireLightScripts(folder: string, limit = SHARED_SCRIPTS_LIMIT): void {
  const total = [...sharedScripts(folder).values()].reduce((sum, size) => sum + size, 0);
  if (total <= limit) return;
  const kib = (bytes: number) => (bytes / 1024).toFixed(1);
  throw new ProvisionError(
    'Build',
    `all pages share ${kib(total)} KiB of scripts after gzip; the limit is ${kib(limit)} KiB`,
    'Load with next/dynamic what a page does not need at once, or keep it on the server.',
  );
}

function scriptsOfPages(folder: string): Set<string>[] {
  return globSync('server/app/**/page_client-reference-manifest.js', { cwd: folder }).flatMap(
    (file) => {
      // A script that assigns JSON to a global variable.
      const scope: { __RSC_MANIFEST: unknown } = { __RSC_MANIFEST: {} };
      runInNewContext(readFileSync(join(folder, file), 'utf8'), { globalThis: scope });
      const pages = Object.entries(pagesSchema.parse(scope.__RSC_MANIFEST));
      return pages
        .filter(([page]) => !page.startsWith('/_'))
        .map(([, { entryJSFiles }]) => new Set(Object.values(entryJSFiles).flat()));
    },
  );
}
