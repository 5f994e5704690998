import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Route } from '@/app/api/define-route';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** A route by its address, e.g. `POST /api/accounts/session`. */
export interface AddressedRoute {
  address: string;
  method: string;
  /** With its parameters in brackets. */
  path: string;
  route: Route;
}

/** Every declared route of the application, read from its files. */
export async function allRoutes(): Promise<AddressedRoute[]> {
  const found: AddressedRoute[] = [];
  for (const file of globSync('src/app/**/route.ts').sort()) {
    const module = (await import(/* @vite-ignore */ `../../../${file}`)) as Record<string, unknown>;
    const path = dirname(file).replace('src/app', '');
    for (const method of METHODS) {
      const route = module[method];
      if (isDeclared(route)) found.push({ address: `${method} ${path}`, method, path, route });
    }
  }
  return found;
}

function isDeclared(route: unknown): route is Route {
  return typeof route === 'function' && 'declaration' in route;
}
