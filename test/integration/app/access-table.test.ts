import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Role } from '@/generated/prisma/enums';
import type { MissingFactor } from '@/accounts/sessions/live-session';
import { openSession } from '@/accounts/sessions/open-session';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import { callRoute, requestOf } from '../../support/app/browser';
import { during } from '../../support/app/request-headers';
import { allRoutes, type AddressedRoute } from '../../support/app/routes';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { alterAccount } from '../../support/people/alter-account';

vi.mock('next/headers', () => import('../../support/app/request-headers'));
vi.mock('next-intl/server', () => import('../../support/app/server-sentences'));

/** The states of a session, as the factors of its account leave it. */
const STATES = ['none', 'ended', 'second-factor', 'factor-setup', 'whole'] as const;
type State = (typeof STATES)[number];

/** What is open to a session that lacks something: only what supplies it, or closes the session. */
const OPEN_WITHOUT: Record<MissingFactor, string[]> = {
  'second-factor': [
    'DELETE /api/accounts/session',
    'GET /api/accounts/factors',
    'GET /api/accounts/session',
    'POST /api/accounts/demo-code',
    'POST /api/accounts/factor-resets',
    'POST /api/accounts/second-factor',
    'POST /api/accounts/second-factor/passkey-options',
  ],
  'factor-setup': [
    'DELETE /api/accounts/session',
    'GET /api/accounts/factors',
    'GET /api/accounts/session',
    'POST /api/accounts/passkeys',
    'POST /api/accounts/passkeys/options',
    'POST /api/accounts/proofs',
    'POST /api/accounts/totp',
    'PUT /api/accounts/totp',
  ],
};

/** Where a page sends a session of each state; `open` and `not-found` send nowhere. */
const PAGE_ANSWERS: Record<State, string> = {
  none: '/login',
  ended: '/login',
  'second-factor': '/second-factor',
  'factor-setup': '/set-up-second-factor',
  whole: 'open',
};

const ROLES = ['PATIENT', 'DOCTOR', 'ADMIN'] as const;
const people = new Map<`${Role} ${State}`, Person>();
const routes = (await allRoutes()).filter(({ route }) => route.declaration.who !== 'anyone');

const MAKE = { PATIENT: createPatient, DOCTOR: createDoctor, ADMIN: createAdmin };

beforeAll(async () => {
  const before = new Date(Date.now() - MINUTE_MS);
  for (const role of ROLES) {
    for (const state of STATES) {
      const person = await MAKE[role]();
      people.set(`${role} ${state}`, person);
      const { accountId: id, sessionId } = person.actor;
      if (state === 'ended') {
        await database().session.update({ where: { id: sessionId }, data: { revokedAt: before } });
      }
      if (state === 'second-factor') {
        await alterAccount(id, { secondFactorSince: before });
      }
      if (state === 'factor-setup') {
        await alterAccount(id, { secondFactorDueAt: before });
      }
    }
  }
});

function personOf(role: Role, state: State): Person {
  const person = people.get(`${role} ${state}`);
  if (person === undefined) throw new Error(`Nobody is ${role} ${state}`);
  return person;
}

/** The code of the refusal, or `open` for whatever the route itself answers. */
async function callAs({ method, path, route }: AddressedRoute, role: Role, state: State) {
  const { actor } = personOf(role, state);
  const sessionId = state === 'none' ? null : actor.sessionId;
  const answer = await callRoute(route, { method, path, params: {} }, sessionId);
  if (answer.status !== 401 && answer.status !== 403) return 'open';
  const { code } = (await answer.json()) as { code: string };
  return code;
}

function expectedCode({ address, route }: AddressedRoute, role: Role, state: State): string {
  if (state === 'none' || state === 'ended') return 'not-signed-in';
  if (state !== 'whole' && !OPEN_WITHOUT[state].includes(address)) return `${state}-needed`;
  const { who } = route.declaration;
  return who === 'signed-in' || who === role.toLowerCase() ? 'open' : 'forbidden';
}

/** Would end the session that the next calls need. */
const ENDS_SESSION = 'DELETE /api/accounts/session';

describe('every route is closed to a session that lacks something, and to other roles', () => {
  it.each(routes.map((route) => [route.address, route] as const))('%s', async (address, route) => {
    const expected: Record<string, string> = {};
    const actual: Record<string, string> = {};
    for (const role of ROLES) {
      for (const state of STATES) {
        const code = expectedCode(route, role, state);
        // What is open is tested with its verb; here the doors are.
        if (code === 'open' && (state === 'whole' || address === ENDS_SESSION)) continue;
        expected[`${role} ${state}`] = code;
        const answer = await callAs(route, role, state);
        // Open: whatever the route says about what is asked, but not about the session.
        const isAboutSession = /^(not-signed-in|second-factor-needed|factor-setup-needed)$/;
        actual[`${role} ${state}`] =
          code === 'open' && !isAboutSession.test(answer) ? 'open' : answer;
      }
    }
    expect(actual).toEqual(expected);
  });

  it('but for those that supply what it lacks', () => {
    for (const missing of ['second-factor', 'factor-setup'] as const) {
      const open = routes
        .filter(({ route }) => route.declaration.evenWithout?.includes(missing))
        .map(({ address }) => address);
      expect(open.sort()).toEqual(OPEN_WITHOUT[missing]);
    }
  });
});

interface Page {
  default: (props: object) => Promise<unknown>;
}

const PORTALS: Record<string, Role> = { patient: 'PATIENT', doctor: 'DOCTOR', admin: 'ADMIN' };
const pages = globSync('src/app/**/page.tsx')
  .sort()
  .filter((file) => !file.startsWith('src/app/(public)/'));

/** Where a page sends the person, or what else it does. */
async function openAs(file: string, role: Role, state: State): Promise<string> {
  const { default: page } = (await import(/* @vite-ignore */ `../../../${file}`)) as Page;
  const { actor } = personOf(role, state);
  const request = await requestOf(
    { method: 'GET', path: pathOf(file) },
    state === 'none' ? null : actor.sessionId,
  );
  const props = { params: Promise.resolve({}), searchParams: Promise.resolve({}) };
  const outcome: unknown = await during(request, () => page(props)).catch(
    (error: unknown) => error,
  );
  const digest = outcome instanceof Error && 'digest' in outcome ? String(outcome.digest) : '';
  const [kind, , location = ''] = digest.split(';');
  if (kind === 'NEXT_REDIRECT') return location.split('?')[0] ?? '';
  return digest.includes('404') ? 'not-found' : 'open';
}

function pathOf(file: string): string {
  return dirname(file)
    .replace('src/app', '')
    .replaceAll(/\/\([^)]*\)/g, '');
}

describe('every page of a portal sends a session that lacks something to where it is supplied', () => {
  it.each(pages)('%s', async (file) => {
    const own = PORTALS[/^src\/app\/\((\w+)\)/.exec(file)?.[1] ?? ''];
    expect(own, 'The page belongs to a portal').toBeDefined();
    for (const role of ROLES) {
      for (const state of STATES) {
        const expected = state === 'whole' && role !== own ? 'not-found' : PAGE_ANSWERS[state];
        if (expected === 'open') continue;
        expect(await openAs(file, role, state), `${role} ${state}`).toBe(expected);
      }
    }
  });

  it('keeps where the person wanted to go', async () => {
    const { actor } = personOf('PATIENT', 'second-factor');
    const request = await requestOf({ method: 'GET', path: '/patient/seal' }, actor.sessionId);
    const { default: page } =
      (await import('@/app/(patient)/patient/seal/page')) as unknown as Page;
    const sent = during(request, () => page({ searchParams: Promise.resolve({}) }));
    await expect(sent).rejects.toMatchObject({
      digest: expect.stringContaining('/second-factor?next=%2Fpatient%2Fseal') as string,
    });
  });
});

it('a session that was opened with its second factor is whole', async () => {
  const { actor } = personOf('DOCTOR', 'second-factor');
  const sessionId = await openSession(database(), actor.accountId, {
    device: null,
    secondFactor: true,
  });
  const found = routes.find(({ address }) => address === 'GET /api/accounts/session');
  if (found === undefined) throw new Error('There is no such route');
  const answer = await callRoute(found.route, { method: 'GET', path: found.path }, sessionId);
  expect(answer.status).toBe(200);
});
