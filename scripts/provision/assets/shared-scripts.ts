import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ProvisionError } from '../provision-error';

/** What every page may load before its own scripts, in bytes after gzip. */
export const SHARED_SCRIPTS_LIMIT = 180 * 1024;

/** What the pages that most people see after log-in may load in all, in KiB after gzip: a gain stays one. */
export const PAGE_LIMITS: Readonly<Record<string, number>> = {
  '/(patient)/patient/(overview)/page': 202,
  '/(doctor)/doctor/(overview)/page': 198,
  '/(doctor)/doctor/reports/[reportId]/page': 225,
  '/(admin)/admin/page': 251,
};

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
  const [first = new Set<string>(), ...others] = scriptsOfPages(folder).values();
  const shared = [...first].filter((file) => others.every((scripts) => scripts.has(file)));
  return new Map(shared.map((file) => [file, sizeOf(folder, file)]));
}

function sizeOf(folder: string, file: string): number {
  return gzipSync(readFileSync(join(folder, file))).length;
}

/** Bytes after gzip of some scripts of a build. */
function sum(sizes: Iterable<number>): number {
  return [...sizes].reduce((total, size) => total + size, 0);
}

/**
 * Refuses a build whose pages share too much script: each of them has to load it before it answers.
 * @throws ProvisionError
 */
export function requireLightScripts(
  folder: string,
  { shared = SHARED_SCRIPTS_LIMIT, pages = PAGE_LIMITS } = {},
): void {
  refuseAbove(shared, sum(sharedScripts(folder).values()), 'all pages share');
  const scripts = scriptsOfPages(folder);
  for (const [page, limit] of Object.entries(pages)) {
    const files = scripts.get(page);
    if (files === undefined) throw new ProvisionError('Build', `it has no page ${page}`, AS_NAMED);
    const total = sum([...files].map((file) => sizeOf(folder, file)));
    refuseAbove(limit * 1024, total, `the page ${page} loads`);
  }
}

const AS_NAMED = 'Name its limit in PAGE_LIMITS as the build names the page.';

function refuseAbove(limit: number, total: number, who: string): void {
  if (total <= limit) return;
  const kib = (bytes: number) => (bytes / 1024).toFixed(1);
  throw new ProvisionError(
    'Build',
    `${who} ${kib(total)} KiB of scripts after gzip; the limit is ${kib(limit)} KiB`,
    'Load with next/dynamic what a page does not need at once, or keep it on the server.',
  );
}

/** Page → the scripts that it loads, with those of React and Next.js. */
function scriptsOfPages(folder: string): Map<string, Set<string>> {
  const text = readFileSync(join(folder, 'build-manifest.json'), 'utf8');
  const { rootMainFiles } = buildSchema.parse(JSON.parse(text));
  const found = globSync('server/app/**/page_client-reference-manifest.js', {
    cwd: folder,
  }).flatMap((file) => {
    // A script that assigns JSON to a global variable.
    const scope: { __RSC_MANIFEST: unknown } = { __RSC_MANIFEST: {} };
    runInNewContext(readFileSync(join(folder, file), 'utf8'), { globalThis: scope });
    const pages = Object.entries(pagesSchema.parse(scope.__RSC_MANIFEST));
    return pages
      .filter(([page]) => !page.startsWith('/_'))
      .map(([page, { entryJSFiles }]): [string, Set<string>] => [
        page,
        new Set([...rootMainFiles, ...Object.values(entryJSFiles).flat()]),
      ]);
  });
  return new Map(found);
}
