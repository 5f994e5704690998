import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as askCode } from '@/app/api/guest/codes/route';
import { POST as checkLink } from '@/app/api/guest/links/route';
import { GET as getReport } from '@/app/api/guest/report/route';
import { POST as openSession } from '@/app/api/guest/sessions/route';
import { env } from '@/platform/env';
import { guestReportSchema } from '@/sharing/guest/guest-report-schema';
import { codeFor, shareReport, type SharedReport } from '../../../support/reports/shared-report';
import { t } from '../../../support/messages/english';

const NO_PARAMS = { params: Promise.resolve({}) };

let shared: SharedReport;

beforeAll(async () => {
  shared = await shareReport();
});

function post(path: string, body: unknown, origin = new URL(env().APP_URL).origin): NextRequest {
  return new NextRequest(`${env().APP_URL}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
}

function get(path: string, cookie: string): NextRequest {
  return new NextRequest(`${env().APP_URL}${path}`, { headers: { cookie } });
}

describe('the guests’ routes', () => {
  it('open a report with a cookie that scripts and other sites cannot use', async () => {
    const body = { token: shared.token, code: await codeFor(shared) };
    const answer = await openSession(post('/api/guest/sessions', body), NO_PARAMS);
    expect(answer.status).toBe(200);
    const { sessionId, secondsLeft } = (await answer.json()) as Record<string, unknown>;
    expect(secondsLeft).toBe(900);
    const setCookie = answer.headers.get('set-cookie') ?? '';
    const [, ...attributes] = setCookie.toLowerCase().split('; ');
    expect(attributes).toEqual(
      expect.arrayContaining(['path=/api/guest', 'httponly', 'samesite=strict']),
    );
    expect(attributes.some((attribute) => attribute.startsWith('expires='))).toBe(true);
    expect(attributes.includes('secure')).toBe(env().APP_URL.startsWith('https:'));
    expect(answer.headers.get('cache-control')).toBe('no-store');

    const cookie = setCookie.split(';')[0] ?? '';
    const query = `?session=${String(sessionId)}`;
    const report = await getReport(get(`/api/guest/report${query}`, cookie), NO_PARAMS);
    expect(report.headers.get('cache-control')).toBe('no-store');
    const opened = guestReportSchema.parse(await report.json());
    expect(opened.reportName).toBe(t('templates.bloodPressure.title'));
    expect(Buffer.from(opened.pdf, 'base64').toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('reject a session’s id without its cookie', async () => {
    const path = '/api/guest/report?session=0b0e7a52-6a2d-4d7e-8f3c-1f2a3b4c5d6e';
    const answer = await getReport(get(path, ''), NO_PARAMS);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'guest-session-over' });
  });

  it('reject another site’s page', async () => {
    const request = post('/api/guest/codes', { token: shared.token }, 'https://evil.example');
    const answer = await askCode(request, NO_PARAMS);
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'wrong-origin' });
  });

  it.each([
    ['no token', {}],
    ['a short token', { token: 'abc' }],
    ['a token that is no text', { token: { $ne: '' } }],
  ])('reject %s as bad input', async (_, body) => {
    const answer = await checkLink(post('/api/guest/links', body), NO_PARAMS);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid-input' });
  });

  it('reject a code that is not 8 digits, before an attempt is counted', async () => {
    const body = { token: shared.token, code: '1234' };
    const answer = await openSession(post('/api/guest/sessions', body), NO_PARAMS);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'invalid-input',
      fields: { code: t('accounts.typedCode.digits') },
    });
  });
});
