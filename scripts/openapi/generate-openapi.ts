/**
 * Writes the OpenAPI document of our routes from their own declarations, by loading every route module.
 * Needs no environment: nothing of a route runs.
 */
import { globSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route } from '@/app/api/define-route';
import packageJson from '../../package.json' with { type: 'json' };
import { describeApi, type PlacedRoute } from './describe-api';

const ROOT = join(import.meta.dirname, '../..');
const OUTPUT = join(ROOT, 'src/generated/openapi.json');
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

async function routesOf(file: string): Promise<PlacedRoute[]> {
  const module = (await import(pathToFileURL(join(ROOT, file)).href)) as Record<string, unknown>;
  const path = dirname(file)
    .replaceAll('\\', '/')
    .replace(/^src\/app/, '');
  return METHODS.flatMap((method) => {
    const route = module[method];
    return isDeclared(route) ? [{ path, method, declaration: route.declaration }] : [];
  });
}

/** A route module may export more than routes. */
function isDeclared(route: unknown): route is Route {
  return typeof route === 'function' && 'declaration' in route;
}

const files = globSync('src/app/api/**/route.ts', { cwd: ROOT }).sort();
const routes = (await Promise.all(files.map(routesOf))).flat();
await mkdir(dirname(OUTPUT), { recursive: true });
await writeFile(OUTPUT, `${JSON.stringify(describeApi(routes, packageJson.version), null, 2)}\n`);
console.log(`${routes.length} routes described.`);
