import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient } from '../support/people/factories';
import { call, operations, refusalOf, type Operation } from './support/api';
import { browserOf } from './support/people';

/** A request context for each of those who may call a route. */
let callers: Record<Operation['who'], APIRequestContext>;

test.beforeAll(async ({ browser }) => {
  const as = async (person: Parameters<typeof browserOf>[1]) =>
    (await browserOf(browser, person)).context.request;
  const patient = await as(await createPatient());
  callers = {
    // Logged in, where a route asks for nothing more.
    anyone: patient,
    patient,
    doctor: await as(await createDoctor()),
    admin: await as(await createAdmin()),
  };
});

const routes = operations();
const GOOD: Record<string, string> = {
  contentHash: `0x${'00'.repeat(32)}`,
  kind: 'COVID_19',
  way: 'paper',
  event: '1-1',
};

function filled({ path }: Operation, value?: string): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => value ?? GOOD[name] ?? randomUUID());
}

async function expectFields(
  request: APIRequestContext,
  { method }: Operation,
  path: string,
  options: { data?: unknown } = {},
): Promise<Record<string, string>> {
  const refusal = await refusalOf(await call(request, method, path, options));
  expect(refusal, `${method} ${path}`).toMatchObject({ status: 400, code: 'invalid-input' });
  expect(Object.keys(refusal.fields ?? {}), `${method} ${path}`).not.toEqual([]);
  return refusal.fields ?? {};
}

test('every route names the part of its address that is wrong', async () => {
  for (const route of routes.filter(({ pathParameters }) => pathParameters.length > 0)) {
    for (const wrong of ['1', 'x'.repeat(500), '%00', "'%20OR%201=1", '0x12']) {
      const fields = await expectFields(callers[route.who], route, filled(route, wrong));
      expect(Object.keys(fields)).toEqual(route.pathParameters);
    }
  }
  for (const route of routes.filter(({ queryParameters }) => queryParameters.length > 0)) {
    const [name = ''] = route.queryParameters;
    const path = `${filled(route)}?${name}=${encodeURIComponent('\u0000 '.repeat(400))}`;
    expect(await expectFields(callers[route.who], route, path)).toHaveProperty(name);
  }
});

test('every route names the fields of a body that are wrong', async () => {
  for (const route of routes.filter(({ takesBody }) => takesBody)) {
    const request = callers[route.who];
    const path = filled(route);
    await expectFields(request, route, path, { data: {} });
    for (const data of ['[]', 'null', '"text"', '7']) {
      await expectFields(request, route, path, { data });
    }
    for (const data of ['', '{', '<xml/>']) {
      const refusal = await refusalOf(await call(request, route.method, path, { data }));
      expect(refusal, `${route.method} ${path}`).toMatchObject({ status: 400 });
      expect(refusal.detail).toBe(t('app.api.notJson'));
    }
  }
});

test('every route that takes a body refuses one that is too large', async () => {
  const data = JSON.stringify({ text: 'x'.repeat(100_000) });
  const taking = routes.filter(({ takesBody }) => takesBody);
  for (const [who, method, path] of [
    ...taking.map((route) => [route.who, route.method, filled(route)] as const),
  ]) {
    const refusal = await refusalOf(await call(callers[who], method, path, { data }));
    expect(refusal, path).toMatchObject({ status: 413, code: 'body-too-large' });
  }
});

test('every writing route refuses another site, and a request without an origin', async () => {
  for (const route of routes.filter(({ method }) => method !== 'GET')) {
    for (const origin of ['https://elsewhere.example', 'null', 'http://localhost', null]) {
      const options = { origin, ...(route.takesBody ? { data: {} } : {}) };
      const response = await call(callers[route.who], route.method, filled(route), options);
      expect(await refusalOf(response), `${route.method} ${route.path}`).toMatchObject({
        status: 403,
        code: 'wrong-origin',
      });
    }
  }
});

test('a log-in form of another site opens no session', async ({ playwright }) => {
  const { actor, password } = await createPatient();
  const stranger = await playwright.request.newContext({ baseURL: process.env['APP_URL'] ?? '' });
  const data = { email: actor.email, password };
  const logIn = (origin: string) =>
    stranger.post('/api/accounts/session', { headers: { origin }, data });
  expect((await refusalOf(await logIn('https://elsewhere.example'))).code).toBe('wrong-origin');
  const { code } = await refusalOf(await stranger.get('/api/accounts/session'));
  expect(code).toBe('not-signed-in');
  expect((await logIn(process.env['APP_URL'] ?? '')).status()).toBe(204);
  expect((await stranger.get('/api/accounts/session')).status()).toBe(200);
  await stranger.dispose();
});

test('a route that is called too often refuses that caller alone', async ({ playwright }) => {
  const from = (address: string) =>
    playwright.request.newContext({
      baseURL: process.env['APP_URL'] ?? '',
      // The proxy writes the last entry, the caller whatever stands before it.
      extraHTTPHeaders: { 'x-forwarded-for': `${randomUUID()}, ${address}` },
    });
  const [hasty, calm] = [await from('203.0.113.7'), await from('203.0.113.8')];
  const path = `/api/verify/0x${'ab'.repeat(32)}`;
  const answers = await Promise.all(Array.from({ length: 65 }, () => hasty.get(path)));
  const refused = answers.filter((response) => !response.ok());
  expect(refused.length).toBeGreaterThanOrEqual(5);
  for (const response of refused) {
    expect(await refusalOf(response)).toMatchObject({ status: 429, code: 'too-many-requests' });
  }
  expect((await calm.get(path)).status()).toBe(200);
});

test('an address that is no route is a page that is not there', async ({ page, request }) => {
  const response = await page.goto('/no/such/page');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: t('app.nothingHere.title') })).toBeVisible();
  await expect(
    page.getByRole('banner').getByRole('link', { name: t('common.logIn') }),
  ).toBeVisible();
  for (const path of ['/api', '/api/no/such/route', '/api/auth/session', '/api/auth/signin']) {
    expect(await refusalOf(await request.get(path))).toMatchObject({
      status: 404,
      code: 'not-found',
    });
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    const refused = await call(request, method, '/api/no/such/route', { data: {} });
    expect(await refusalOf(refused), method).toMatchObject({ status: 404, code: 'not-found' });
  }
});

test('punctuation behind a link in a sentence does not break it', async ({ page }) => {
  await page.goto('/login).');
  await expect(page).toHaveURL('/login');
});

test('an unknown method is refused as such', async ({ request }) => {
  for (const path of ['/', '/guest', '/livez', '/api/no/such/route']) {
    for (const method of ['TRACE', 'PROPFIND', 'SEARCH']) {
      const refused = await call(request, method, path);
      expect(await refusalOf(refused)).toMatchObject({ status: 405, code: 'method-not-allowed' });
      expect(refused.headers()).toHaveProperty('allow');
      expectSecured(refused);
    }
  }
  for (const [method, path] of [
    ['DELETE', '/api/guest/codes'],
    ['POST', '/login'],
    ['OPTIONS', '/guest'],
  ] as const) {
    const refused = await call(request, method, path, { data: {} });
    expect(await refusalOf(refused)).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expectSecured(refused);
  }
});

test('a form that is sent before its page has loaded gets a page, not a document for programs', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/login');
  await page.getByLabel(t('common.eMailAddress')).fill('someone@test.example');
  await page.getByRole('textbox', { name: t('common.password') }).fill(randomUUID());
  await page.getByRole('button', { name: t('common.logIn'), exact: true }).click();
  await expect(
    page.getByRole('heading', { name: t('platform.refuseRequest.heading') }),
  ).toBeVisible();
  await page.getByRole('button', { name: t('platform.plainPage.tryAgain') }).click();
  await expect(page.getByRole('heading', { name: t('common.logIn') })).toBeVisible();
  await context.close();
});

test('an address that cannot be decoded is refused with a page that explains why', async ({
  page,
  request,
}) => {
  for (const path of ['/%', '/guest%2', '/patient/reports/%E0%A4%A', '/api/verify/%zz']) {
    const refused = await call(request, 'GET', path);
    expect(await refusalOf(refused)).toMatchObject({ status: 400, code: 'invalid-input' });
    expectSecured(refused);
  }
  expect((await page.goto('/guest%2'))?.status()).toBe(400);
  await expect(page.getByRole('alert')).toContainText(t('platform.admitRequest.damagedAddress'));
});

test('a doubled slash repeats no secret in an answer', async ({ request }) => {
  for (const path of ['//guest%23SECRET', '/guest//%23SECRET', '/guest%23SECRET/']) {
    const answer = await call(request, 'GET', path);
    expect(answer.status()).toBe(303);
    expect(answer.headers()['location']).toMatch(/^\/guest#SECRET/);
    expectSecured(answer);
  }
});

test('nothing but what the build made is left without a policy', async ({ request }) => {
  for (const path of ['/_next/staticfoo', '/_next/imagefoo', '/icon.svgx', '/favicon.ico']) {
    expectSecured(await request.get(path, { maxRedirects: 0 }));
  }
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(await (await request.get('/')).text());
  for (const path of [script?.[1] ?? '', '/_next/static/no-such-file.js', '/icon.svg']) {
    expect((await request.get(path)).headers(), path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  }
});

test('every answer has its security headers, however it was asked for', async ({ request }) => {
  const asking: Record<string, string>[] = [
    {},
    { purpose: 'prefetch' },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'next-router-prefetch': '1', rsc: '1' },
    { purpose: 'prefetch', 'next-router-prefetch': '1' },
    { rsc: '1' },
  ];
  const paths = ['/', '/login', '/guest', '/verify', '/no/such/page', '/patient', '/guest%23x'];
  for (const path of [...paths, '/livez', '/api/openapi.json', '/api/no/such/route']) {
    for (const headers of asking) {
      expectSecured(await request.get(path, { headers, maxRedirects: 0 }));
    }
    expectSecured(await request.head(path, { maxRedirects: 0 }));
  }
  expectSecured(await request.get('/api/accounts/session'));
  expectSecured(await call(request, 'DELETE', '/api/guest/codes'));
});

function expectSecured(response: APIResponse): void {
  const headers = response.headers();
  expect(headers, response.url()).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  });
  expect(headers['content-security-policy'], response.url()).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy'], response.url()).toMatch(
    /script-src 'self' 'nonce-|default-src 'none'/,
  );
}
