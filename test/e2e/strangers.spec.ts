import { randomUUID } from 'node:crypto';
import {
  expect,
  test,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
} from '@playwright/test';
import { placeOf } from '@/audit/days/event-place';
import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { makePatientCode } from '@/sharing/requests/own-patient-code';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient, type Person } from '../support/people/factories';
import { ask } from '../support/reports/access-request';
import { openByCode, STATED } from '../support/reports/emergency';
import { createFilledDraft, createForwardedReport } from '../support/reports/report-factories';
import { call, operations, refusalOf, type Operation } from './support/api';
import { openSession } from './support/guest-api';
import { browserOf } from './support/people';
import { guestAt, newAddress, shareReport, type SharedReport } from './support/shared-report';

/** What each route takes, so that only who asks can be the reason of a refusal. */
const BODIES: Record<string, unknown> = {
  'POST /api/access-requests/{requestId}/denial': { reason: 'I do not know this doctor.' },
  'POST /api/access-requests/{requestId}/grant': {
    reportIds: [randomUUID()],
    until: new Date(Date.now() + DAY_MS).toISOString(),
  },
  'POST /api/admin/doctors/{accountId}/decision': { decision: 'approve' },
  'PUT /api/admin/people/{accountId}': {
    ...{ name: 'Another Name', printedName: null },
    ...{ reason: 'As in the passport.', changeId: null },
  },
  'PUT /api/chain-transactions/{transactionId}/consent': { signature: `0x${'7a'.repeat(65)}` },
  'PUT /api/chain-transactions/{transactionId}/sent': { transactionHash: `0x${'7a'.repeat(32)}` },
  'POST /api/emergency-accesses/{accessId}/record': STATED,
  'POST /api/emergency-accesses/{accessId}/review': {
    ...{ verdict: 'JUSTIFIED', words: 'The clinic confirms it.' },
  },
  'POST /api/reports/{reportId}/anchoring': { viewers: [] },
  'POST /api/reports/{reportId}/anchoring/quote': { viewerCount: 1 },
  'PUT /api/reports/{reportId}/draft': { patientId: null, form: {}, updatedAt: null },
  'POST /api/reports/{reportId}/forward': {
    updatedAt: '2026-01-01T00:00:00.000Z',
    timeZone: 'Asia/Nicosia',
  },
  'POST /api/reports/{reportId}/permissions': { viewers: [] },
  'POST /api/reports/{reportId}/permissions/quote': { viewerCount: 1 },
  'POST /api/reports/{reportId}/preview': { timeZone: 'Asia/Nicosia' },
  'POST /api/reports/{reportId}/reject': { reason: 'This is not my report.' },
  'POST /api/reports/{reportId}/retract': { replacementId: null, reason: 'Another patient’s.' },
  'POST /api/reports/{reportId}/withdraw': { reason: 'Another patient’s.' },
};

const PAGES = [
  '/patient/reports/{reportId}',
  '/patient/reports/{reportId}/access',
  '/patient/reports/{reportId}/withdraw',
  '/doctor/reports/{reportId}',
];

/** What names a record of a person in a path. */
const RECORDS = { reportId: 0, transactionId: 0, accountId: 0, requestId: 0, accessId: 0 };

/** Administrators may end any of them. */
const ENDS_EMERGENCY = 'POST /api/emergency-accesses/{accessId}/end';

/** Routes about one record of a person. */
const recordRoutes = operations().filter(({ pathParameters }) =>
  pathParameters.some((name) => name in RECORDS),
);

/** A record of each kind, by the name that it has in a route. */
type Ids = Record<string, string>;

let shared: SharedReport;
let forwarded: string;
let draft: string;
/** An event of the shared report. */
let event: string;
let strangers: Record<string, Person | 'guest' | null>;
/** The cookie of the guest's session. */
let guestState: Awaited<ReturnType<BrowserContext['storageState']>>;

test.beforeAll(async ({ browser }) => {
  const email = newAddress('guest-of-another');
  const [one, other] = await Promise.all([shareReport([]), shareReport([email])]);
  shared = one;
  const { doctor, patient } = one;
  event = placeOf(
    await database().auditEvent.findFirstOrThrow({ where: { reportId: one.reportId } }),
  );
  forwarded = await createForwardedReport({ doctor, patient });
  ({ reportId: draft } = await createFilledDraft({ doctor, patient }));
  const context = await browser.newContext();
  await openSession(context.request, await guestAt(email));
  guestState = await context.storageState();
  await context.close();
  strangers = {
    'another patient': other.patient,
    'another doctor': other.doctor,
    'a doctor who waits for approval': await createDoctor({ status: 'PENDING' }),
    'a suspended doctor': await createDoctor({ status: 'SUSPENDED' }),
    'an administrator': await createAdmin(),
    'a guest of another report': 'guest',
    'somebody who is not logged in': null,
  };
});

async function contextOf(browser: Browser, who: Person | 'guest' | null) {
  if (who !== null && who !== 'guest') return (await browserOf(browser, who)).context;
  return browser.newContext(who === 'guest' ? { storageState: guestState } : {});
}

async function transactionOf(reportId: string): Promise<string> {
  const { id } = await database().chainTransaction.findFirstOrThrow({ where: { reportId } });
  return id;
}

/** What a route answers about a record, with the record's own id taken out. */
async function answer(request: APIRequestContext, operation: Operation, ids: Ids) {
  const key = `${operation.method} ${operation.path}`;
  const named: Ids = { ...ids, event };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? name);
  expect(operation.takesBody, `a body for ${key} stands in this file`).toBe(key in BODIES);
  const response = await call(request, operation.method, path, { data: BODIES[key] });
  return { route: key, refusal: await refusalOf(response) };
}

function missing(): Ids {
  return {
    ...{ reportId: randomUUID(), transactionId: randomUUID() },
    ...{ accountId: randomUUID(), requestId: randomUUID(), accessId: randomUUID() },
  };
}

test('every route answers a stranger about a record as about a missing one', async ({
  browser,
}) => {
  const pending = await createDoctor({ status: 'PENDING' });
  const records: Ids[] = [
    {
      reportId: shared.reportId,
      transactionId: await transactionOf(shared.reportId),
      accountId: pending.actor.accountId,
      requestId: await ask(shared.doctor, shared.patient),
      accessId: await openByCode(shared.doctor, await makePatientCode(shared.patient.actor)),
    },
    { ...missing(), reportId: forwarded },
    { ...missing(), reportId: draft },
  ];
  const before = await traces();
  for (const [name, who] of Object.entries(strangers)) {
    const context = await contextOf(browser, who);
    for (const operation of recordRoutes) {
      // An administrator decides about doctors; that is no stranger's question.
      const mayEnd = `${operation.method} ${operation.path}` === ENDS_EMERGENCY;
      if ((mayEnd || operation.who === 'admin') && name === 'an administrator') continue;
      const nothing = await answer(context.request, operation, missing());
      expect([401, 403, 404], `${name}, ${nothing.route}`).toContain(nothing.refusal.status);
      const answers = records.map((ids) => answer(context.request, operation, ids));
      for (const given of await Promise.all(answers)) expect(given, name).toEqual(nothing);
    }
    await context.close();
  }
  expect(await traces()).toEqual(before);
  const { status } = await database().account.findUniqueOrThrow({
    where: { id: pending.actor.accountId },
  });
  expect(status).toBe('PENDING');
});

/** What a stranger's attempts leave in the trail. */
const REFUSALS = { OR: [{ action: 'report.refused' }, { action: { startsWith: 'violation.' } }] };

/** Where the records are, and how many events but refusals the trail has of them. */
async function traces() {
  const ids = [shared.reportId, forwarded, draft];
  const reports = await database().report.findMany({
    where: { id: { in: ids } },
    select: { id: true, state: true, updatedAt: true },
    orderBy: { id: 'asc' },
  });
  return {
    reports,
    events: await database().auditEvent.count({
      where: { reportId: { in: ids }, NOT: REFUSALS },
    }),
    transactions: await database().chainTransaction.count({ where: { reportId: { in: ids } } }),
  };
}

test('every page shows a stranger of a report what it shows of a missing one', async ({
  browser,
}) => {
  for (const [name, who] of Object.entries(strangers)) {
    const context = await contextOf(browser, who);
    const page = await context.newPage();
    const look = async (path: string, reportId: string) => {
      const response = await page.goto(
        `${process.env['APP_URL'] ?? ''}${path.replace('{reportId}', reportId)}`,
      );
      // The demo wallet comes to the frame of every page of a patient, at a moment of its own.
      const text = (await page.getByRole('main').innerText()).replace(/\s+Demo wallet$/, '');
      const address = page.url().replaceAll(reportId, '<id>');
      return { status: response?.status(), address, title: await page.title(), text };
    };
    for (const path of PAGES) {
      const nothing = await look(path, randomUUID());
      const active = who !== null && who !== 'guest' && who.actor.status === 'ACTIVE';
      expect(nothing.text, `${name}, ${path}`).toContain(
        active ? t('app.nothingHere.title') : t('common.logIn'),
      );
      expect(nothing.status, `${name}, ${path}`).toBe(active ? 404 : 200);
      for (const reportId of [shared.reportId, draft]) {
        expect(await look(path, reportId), `${name}, ${path}`).toEqual(nothing);
      }
    }
    await context.close();
  }
});

test('a patient does not learn of a draft that names them', async ({ browser }) => {
  const { context, page } = await browserOf(browser, shared.patient);
  for (const operation of recordRoutes.filter(({ path }) => path.includes('{reportId}'))) {
    const nothing = await answer(context.request, operation, missing());
    const drafted = { ...missing(), reportId: draft };
    expect(await answer(context.request, operation, drafted)).toEqual(nothing);
  }
  const response = await page.goto(`/patient/reports/${draft}`);
  expect(response?.status()).toBe(404);
  // The same person and the same routes, for what is theirs.
  const own = await call(context.request, 'GET', `/api/reports/${forwarded}/document`);
  expect(own.headers()['content-type']).toBe('application/pdf');
  await context.close();
});

test('a doctor who waits for approval finds no patient and writes nothing', async ({ browser }) => {
  const { context, page } = await browserOf(browser, await createDoctor({ status: 'PENDING' }));
  const attempts = [
    ['POST', '/api/patients/search', { name: 'Deniz' }],
    ['POST', '/api/reports/patients/search', { name: 'Deniz' }],
    ['POST', '/api/reports', { template: 'COVID_19', today: '2026-01-01' }],
    ['GET', '/api/accounts/session', undefined],
  ] as const;
  for (const [method, path, data] of attempts) {
    const { code } = await refusalOf(await call(context.request, method, path, { data }));
    expect(code).toBe('not-signed-in');
  }
  for (const path of ['/doctor', '/doctor/reports/new']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  }
  await context.close();
});

test('the forecast is for those who are logged in, a reminder of it for patients', async ({
  browser,
}) => {
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  const body = { date: tomorrow, timeZone: 'Asia/Nicosia' };
  const codes = { forecast: new Set<string>(), reminder: new Set<string>() };
  for (const [name, who] of Object.entries(strangers)) {
    if (name === 'another patient') continue;
    const { request } = await contextOf(browser, who);
    const forecast = await call(request, 'GET', '/api/forecast');
    // Doctors and administrators may read the chain's prices.
    if (forecast.status() !== 200) codes.forecast.add((await refusalOf(forecast)).code);
    const reminder = await call(request, 'POST', '/api/forecast/reminders', { data: body });
    codes.reminder.add((await refusalOf(reminder)).code);
  }
  expect([...codes.forecast]).toEqual(['not-signed-in']);
  expect([...codes.reminder].toSorted()).toEqual(['forbidden', 'not-signed-in']);
  const reminders = await database().outboxJob.findMany({ where: { kind: 'remind-of-fees' } });
  const ids = Object.values(strangers).flatMap((who) =>
    who === null || who === 'guest' ? [] : [who.actor.accountId],
  );
  expect(reminders.filter(({ dedupeKey }) => ids.some((id) => dedupeKey?.includes(id)))).toEqual(
    [],
  );
});

test('only an administrator sees the administrators’ pages', async ({ browser }) => {
  for (const who of [await createPatient(), await createDoctor()]) {
    const { context, page } = await browserOf(browser, who);
    for (const path of ['/admin', '/admin/doctors', '/admin/recoveries', '/admin/issuers']) {
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { name: t('app.nothingHere.title') })).toBeVisible();
    }
    const check = await call(context.request, 'POST', '/api/admin/audit-check');
    expect((await refusalOf(check)).code).toBe('forbidden');
    await context.close();
  }
});
