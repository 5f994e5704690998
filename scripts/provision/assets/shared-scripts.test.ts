import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { requireLightScripts, sharedScripts } from './shared-scripts';

let folder = '';

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

function writePage(page: string, scripts: readonly string[]): void {
  const manifest = JSON.stringify({ entryJSFiles: { layout: ['frame.js'], page: scripts } });
  write(
    `server/app${page}_client-reference-manifest.js`,
    `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["${page}"] = ${manifest};`,
  );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-'));
  write('build-manifest.json', JSON.stringify({ rootMainFiles: ['react.js'] }));
  for (const file of ['react.js', 'frame.js', 'form.js', 'list.js']) write(file, file.repeat(9));
  writePage('/(public)/page', ['form.js']);
  writePage('/(public)/login/page', ['form.js', 'list.js']);
  writePage('/_not-found/page', []);
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the scripts that all pages load', () => {
  expect([...sharedScripts(folder).keys()].sort()).toEqual(['form.js', 'frame.js', 'react.js']);
});

it('accepts a build within the limit and refuses one byte more', () => {
  const total = [...sharedScripts(folder).values()].reduce((sum, size) => sum + size, 0);
  const pages = {};
  expect(() => requireLightScripts(folder, { shared: total, pages })).not.toThrow();
  expect(() => requireLightScripts(folder, { shared: total - 1, pages })).toThrow(/all pages/);
});

it('refuses a page above its own limit, and a limit of a page that is gone', () => {
  const login = '/(public)/login/page';
  expect(() => requireLightScripts(folder, { pages: { [login]: 1 } })).not.toThrow();
  expect(() => requireLightScripts(folder, { pages: { [login]: 0.01 } })).toThrow(login);
  expect(() => requireLightScripts(folder, { pages: { '/gone/page': 1 } })).toThrow(/no page/);
});
