import { expect, test, type Route } from '@playwright/test';
import { database } from '@/platform/database/database';
import { t } from '../support/messages/english';
import { grantOf } from './support/guest-api';
import { serviceLogs } from './support/haystacks';
import { scan } from './support/scan';
import {
  guestAt,
  newAddress,
  shareReport,
  type Guest,
  type SharedReport,
} from './support/shared-report';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { codesTo, expectEnd, openReport } from './support/guest-steps';

let shared: SharedReport;
let guest: Guest;
let other: SharedReport;
let guestOfOther: Guest;

test.beforeAll(async () => {
  const [email, otherEmail] = [newAddress('cutter'), newAddress('other-guest')];
  [shared, other] = await Promise.all([shareReport([email]), shareReport([otherEmail])]);
  [guest, guestOfOther] = [await guestAt(email), await guestAt(otherEmail)];
});

test('looking at the link changes nothing, as mail scanners do', async ({ page, request }) => {
  const who = guestOfOther;
  const before = await traces(who);
  expect((await request.get(who.link)).status()).toBe(200);
  expect((await request.head(who.link)).status()).toBe(200);
  await page.goto(who.link);
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
  expect(page.url()).not.toContain(who.token);
  for (const path of ['codes', 'links', 'sessions']) {
    expect((await request.get(`/api/guest/${path}?token=${who.token}`)).status()).toBe(405);
  }
  expect(await traces(who)).toEqual(before);
});

async function traces(who: Guest) {
  const grant = await grantOf(who);
  const { reportId } = other;
  return {
    grant,
    events: await database().auditEvent.count({ where: { reportId } }),
    codes: await codesTo(who),
    jobs: await database().outboxJob.count({
      where: { payload: { path: '$.grantId', equals: grant.id } },
    }),
  };
}

test('a link that is damaged, unknown or missing leads to a page with the reason', async ({
  page,
}) => {
  await page.goto('/guest');
  await expectEnd(page, t('sharing.guestEnds.no-link.title'), shared);
  await page.goto(`/guest#${'A'.repeat(43)}`);
  await expectEnd(page, t('sharing.guestEnds.link-unknown.title'), shared);
  const { link, token } = guest;
  await page.goto(link.slice(0, -5));
  await expectEnd(page, t('sharing.guestEnds.damaged.title'), shared);
  expect(page.url()).not.toContain(token.slice(0, 20));
  const paste = page.getByLabel(t('components.pasteLink.label'));
  await paste.fill(link.slice(0, -5));
  await page.getByRole('button', { name: t('components.pasteLink.open') }).click();
  await expect(paste).toHaveAccessibleDescription(
    sentencePattern('components.pasteLink.incomplete'),
  );
  await paste.fill(`https://scan.example/?url=${encodeURIComponent(link)}&data=05%7C02`);
  await page.getByRole('button', { name: t('components.pasteLink.open') }).click();
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
  expect(page.url()).not.toContain(token);
});

test('a report that is open never stands under another link', async ({ page }) => {
  await openReport(page, guest);
  await page.getByRole('link', { name: t('components.portalShell.skipToThePage') }).press('Enter');
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeVisible();
  await page.goto(guestOfOther.link.slice(0, -5));
  await expectEnd(page, t('sharing.guestEnds.damaged.title'), shared);
  await page.reload();
  await expectEnd(page, t('sharing.guestEnds.no-link.title'), shared);
  await page.goto(`${guestOfOther.link}.`);
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
});

test('an answer about the link before comes too late', async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const path = '**/api/guest/links';
  const holdFirst = async (route: Route) => {
    await held;
    await route.continue();
  };
  await page.route(path, holdFirst, { times: 1 });
  const asked = page.waitForRequest(path);
  await page.goto(`/guest#${'A'.repeat(43)}`);
  const late = (await asked).response();
  await page.goto(guestOfOther.link);
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
  release();
  expect((await late)?.status()).toBe(200);
  await expect(
    page.getByRole('heading', { name: t('sharing.guestEnds.link-unknown.title') }),
  ).toBeHidden();
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
});

test('a link whose # was encoded on the way opens, and leaves its secret nowhere', async ({
  page,
  request,
}) => {
  const { token } = guestOfOther;
  for (const path of [`/guest%23${token}`, `/guest%2523${token}`, `/guest/%23${token}`]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()).toMatchObject({
      location: `/guest#${token}`,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  }
  await page.goto('/verify');
  await page.goto(`/guest%23${token}%3E?utm_source=mail`);
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
  expect(page.url()).toBe(`${process.env['APP_URL'] ?? ''}/guest`);
  expect(scan(serviceLogs(), [token])).toEqual([]);
  await page.goBack();
  await expect(page).toHaveURL('/verify');
  for (const [path, button] of [
    ['confirm-email', t('accounts.confirmEmailForm.confirmAndLogIn')],
    ['reset-password', t('accounts.resetPasswordForm.setThePassword')],
  ] as const) {
    await page.goto(`/${path}%23${token}).`);
    await expect(page.getByRole('button', { name: button })).toBeVisible();
  }
});
