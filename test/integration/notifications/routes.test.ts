import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GET } from '@/app/api/notifications/route';
import { PUT } from '@/app/api/notifications/preferences/route';
import { POST } from '@/app/api/notifications/read/route';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { readMailPreferences } from '@/notifications/mail-preferences';
import { bellAnswer } from '@/notifications/shown-notice';
import { database } from '@/platform/database/database';
import { callRoute } from '../../support/app/browser';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { setUpTotp } from '../../support/people/factors';
import { createForwardedReport } from '../../support/reports/report-factories';

vi.mock('next/headers', () => import('../../support/app/request-headers'));

let patient: Person;
let id: string;

beforeEach(async () => {
  patient = await createPatient();
  await createForwardedReport({ doctor: await createDoctor(), patient });
  const { accountId } = patient.actor;
  ({ id } = await database().notification.findFirstOrThrow({ where: { accountId } }));
});

const open = (sessionId: string | null) =>
  callRoute(GET, { method: 'GET', path: '/api/notifications' }, sessionId);
const read = (body: object, sessionId: string | null) =>
  callRoute(POST, { method: 'POST', path: '/api/notifications/read', body }, sessionId);
const choose = (body: object, sessionId: string | null) =>
  callRoute(PUT, { method: 'PUT', path: '/api/notifications/preferences', body }, sessionId);

const problem = async (response: Response) => ({
  status: response.status,
  code: z.object({ code: z.string() }).parse(await response.json()).code,
});

it('opens the bell, reads one, and keeps a choice', async () => {
  const { sessionId } = patient.actor;
  const bell = bellAnswer.parse(await (await open(sessionId)).json());
  expect(bell).toMatchObject({ unread: 1, newest: [{ id, isRead: false }] });
  expect(await (await read({ id }, sessionId)).json()).toEqual({ unread: 0 });
  expect((await choose({ group: 'reports', mail: false }, sessionId)).status).toBe(204);
  expect(await readMailPreferences(patient.actor)).toContainEqual({
    ...{ group: 'reports', mail: false, isFixed: false },
  });
});

describe('refuses', () => {
  it('another person, who finds nothing', async () => {
    const other = await createPatient();
    const { sessionId } = other.actor;
    expect(bellAnswer.parse(await (await open(sessionId)).json())).toEqual({
      ...{ unread: 0, newest: [] },
    });
    const refused = { status: 404, code: 'not-found' };
    expect(await problem(await read({ id }, sessionId))).toEqual(refused);
    expect(await problem(await read({ id: randomUUID() }, sessionId))).toEqual(refused);
  });

  it.each<[string, () => Promise<string | null>, string]>([
    ['who is not logged in', () => Promise.resolve(null), 'not-signed-in'],
    [
      'a session without its second factor',
      async () => {
        await setUpTotp(patient);
        const { email } = patient.actor;
        return (await logIn({ email, password: patient.password })).sessionId;
      },
      'second-factor-needed',
    ],
    [
      'a suspended account',
      async () => {
        const { accountId, sessionId } = patient.actor;
        const data = { status: 'SUSPENDED' } as const;
        await database().account.update({ where: { id: accountId }, data });
        return sessionId;
      },
      'not-signed-in',
    ],
  ])('%s', async (_, sessionOf, code) => {
    const sessionId = await sessionOf();
    const choice = { group: 'reports', mail: false };
    for (const response of [
      await open(sessionId),
      await read({ id }, sessionId),
      await choose(choice, sessionId),
    ]) {
      expect(await problem(response)).toMatchObject({ code });
    }
    const row = await database().notification.findUniqueOrThrow({ where: { id } });
    expect(row.readAt).toBeNull();
  });

  it.each([{}, { id: 'x' }, { id: randomUUID(), about: randomUUID() }, { until: 'today' }])(
    'to read %j',
    async (body) => {
      const refused = await problem(await read(body, patient.actor.sessionId));
      expect(refused).toMatchObject({ code: 'invalid-input' });
    },
  );

  it.each([{ group: 'security', mail: false }, { group: 'decisions', mail: true }, { group: 'x' }])(
    'the choice %j of a patient',
    async (body) => {
      const refused = await problem(await choose(body, patient.actor.sessionId));
      expect(refused).toMatchObject({ code: 'invalid-input' });
    },
  );
});
