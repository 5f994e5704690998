import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defineRoute, type Route } from '@/app/api/define-route';
import { ADDRESSES } from '@/platform/requests/route-label';
import { reaches } from '../../scripts/messages/import-graph';

/** Routes that ask for no log-in; every other one must declare who may call it. */
const OPEN_TO_ANYONE = [
  'POST /api/accounts/confirmation-mails',
  'POST /api/accounts/doctors',
  // The link of the mail to the new address proves the mailbox.
  'POST /api/accounts/email-changes/confirmations',
  'POST /api/accounts/email-confirmations',
  // The link of a mail about the reset proves the mailbox; it can only cancel.
  'POST /api/accounts/factor-resets/cancellations',
  // The link “It was not me” proves the mailbox; it can only close.
  'POST /api/accounts/freezes',
  // Ends the caller's own session, if there is one.
  'POST /api/accounts/log-out',
  'POST /api/accounts/password-resets',
  'POST /api/accounts/passwords',
  'POST /api/accounts/patients',
  'POST /api/accounts/session',
  'POST /api/accounts/session/passkey',
  'POST /api/accounts/session/passkey/options',
  // The link of a mail about the erasure proves the mailbox; it can only keep.
  'POST /api/erasures/cancellations',
  // A guest proves the link and the mailbox, see src/sharing.
  'POST /api/guest/codes',
  'POST /api/guest/copies',
  'POST /api/guest/links',
  'GET /api/guest/report',
  'POST /api/guest/sessions',
  'GET /api/openapi.json',
  'GET /api/verify/[contentHash]',
  'GET /livez',
  // Callers with the token.
  'GET /metrics',
  'GET /readyz',
  // The page that opens recovery kits holds nothing of anybody.
  'GET /recover.html',
  // The page that checks receipts holds nothing of anybody either.
  'GET /trail-receipt.html',
];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const routeFiles = globSync('src/app/**/route.ts').sort();

function isDeclared(route: unknown): route is Route {
  return typeof route === 'function' && 'declaration' in route;
}

describe('routes', () => {
  it('declare who may call them, except files that are no routes', async () => {
    const open: string[] = [];
    const undeclared: string[] = [];
    const unlimited: string[] = [];
    for (const file of routeFiles) {
      const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
      const path = dirname(file).replace('src/app', '');
      for (const method of METHODS.filter((name) => name in module)) {
        const route = module[method];
        if (!isDeclared(route)) undeclared.push(`${method} ${path}`);
        else if (route.declaration.who === 'anyone') {
          open.push(`${method} ${path}`);
          if (route.declaration.limit === undefined) unlimited.push(`${method} ${path}`);
        }
      }
    }
    // Answers 404 to everything.
    expect(undeclared).toEqual(METHODS.map((method) => `${method} /api/[[...unknown]]`));
    expect(unlimited).toEqual([]);
    expect(open.sort()).toEqual([...OPEN_TO_ANYONE].sort());
  });
});

/** The methods of some files of routes that declare no limit. */
async function unlimitedOf(files: readonly string[]): Promise<string[]> {
  const unlimited: string[] = [];
  for (const file of files) {
    const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, unknown>;
    for (const method of METHODS) {
      const route = module[method];
      if (isDeclared(route) && route.declaration.limit === undefined) {
        unlimited.push(`${method} ${file}`);
      }
    }
  }
  return unlimited;
}

it('a route that can ask the chain’s node, which is paid per call, has a limit', async () => {
  const asking = routeFiles.filter((file) => reaches(file, 'src/platform/chain-rpc.ts'));
  expect(asking).toContain('src/app/api/chain-calls/[hash]/route.ts');
  expect(asking).not.toContain('src/app/api/accounts/session/route.ts');
  expect(await unlimitedOf(asking)).toEqual([]);
});

it('a route that renders a PDF has a limit', async () => {
  const rendering = routeFiles.filter((file) =>
    reaches(file, 'src/reports/documents/render-pool.ts'),
  );
  expect(rendering).toContain('src/app/api/reports/[reportId]/forward/route.ts');
  expect(await unlimitedOf(rendering)).toEqual([]);
});

it('a route for anyone does not compile without a limit', () => {
  const declaration = {
    summary: 'Unlimited.',
    who: 'anyone',
    run: () => Promise.resolve(),
  } as const;
  // @ts-expect-error -- the limit is missing
  expect(defineRoute(declaration)).toBeTypeOf('function');
  expect(defineRoute({ ...declaration, who: 'patient' })).toBeTypeOf('function');
});

describe('pages', () => {
  const ROLES = { doctor: 'DOCTOR', patient: 'PATIENT', admin: 'ADMIN' };

  it.each(Object.entries(ROLES))('of the %s’s portal each ask for the role', (portal, role) => {
    const pages = globSync(`src/app/(${portal})/**/page.tsx`);
    expect(pages).not.toEqual([]);
    for (const page of pages) {
      expect(readFileSync(page, 'utf8'), page).toContain(`await requirePageActor('${role}')`);
    }
  });
});

it('every address outside /api has a name in logs and metrics', () => {
  const files = globSync('src/app/**/{page.tsx,route.ts,icon.svg}');
  const addresses = files
    .map((file) => file.replace(/^src\/app/, '').replace(/\/(page\.tsx|route\.ts)$/, ''))
    .filter((address) => !/^\/api\/|\[\.\.\./.test(address))
    .map((address) => address.replaceAll(/\/\([^/]*\)/g, '').replaceAll(/\[\w+\]/g, '[id]'))
    .map((address) => (address === '' ? '/' : address));
  expect(addresses.sort()).toEqual([...ADDRESSES].sort());
});
