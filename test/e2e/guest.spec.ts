import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { t } from '../support/messages/english';
import { stateOf } from '../support/chain/patient-on-chain';
import { END_REASON } from '../support/reports/report-factories';
import { call, refusalOf } from './support/api';
import {
  CODE_SUBJECT,
  grantOf,
  letCodePausePass,
  mailedCode,
  openSession,
} from './support/guest-api';
import { codeIn, waitForMail } from './support/mailbox';
import {
  changeViewers,
  guestAt,
  newAddress,
  shareReport,
  type Guest,
  type SharedReport,
} from './support/shared-report';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { codesTo, enterCode, expectEnd, openReport } from './support/guest-steps';

/** One viewer for each test that spoils their grant; all of one report. */
const VIEWERS = ['reader', 'forwarder', 'guesser', 'closer', 'renewer', 'late', 'ended', 'removed'];

let shared: SharedReport;
let guests: Map<string, Guest>;
let other: SharedReport;
let guestOfOther: Guest;

test.beforeAll(async () => {
  const emails = VIEWERS.map((name) => newAddress(name));
  const otherEmail = newAddress('other-guest');
  [shared, other] = await Promise.all([shareReport(emails), shareReport([otherEmail])]);
  const arrived = await Promise.all(emails.map((email) => guestAt(email)));
  guests = new Map(arrived.map((guest, place) => [VIEWERS[place] ?? '', guest]));
  guestOfOther = await guestAt(otherEmail);
});

function guest(name: string): Guest {
  const found = guests.get(name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
}

/** As the browser does when the reader comes back to the tab. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

function guess(page: Page, { token }: Guest, code: string) {
  return call(page.request, 'POST', '/api/guest/sessions', { data: { token, code } });
}

/** A code that is surely not the right one. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 10 ** 8).padStart(8, '0');
}

test('a guest opens what was shared with them, and nothing else', async ({ page }) => {
  await openReport(page, guest('reader'));
  const session = await openSession(page.request, guestOfOther);
  await page.context().clearCookies({ name: `medanchor-guest-${session}` });
  const at = (id: string) => page.request.get(`/api/guest/report?session=${id}`);
  const unknown = await refusalOf(await at(randomUUID()));
  expect(unknown).toMatchObject({ status: 401, code: 'guest-session-over' });
  expect(await refusalOf(await at(session))).toEqual(unknown);
  for (const path of ['document', 'proof', 'anchoring']) {
    const response = await page.request.get(`/api/reports/${shared.reportId}/${path}`);
    expect(response.ok()).toBe(false);
  }
});

test('who was forwarded the link gets no further: the code goes to the mailbox that was chosen', async ({
  page,
}) => {
  const { link, email } = guest('forwarder');
  await page.goto(link);
  await page.getByRole('button', { name: t('sharing.codeEntry.send') }).click();
  const mail = await waitForMail(email, CODE_SUBJECT);
  expect(mail.to.map(({ address }) => address)).toEqual([email]);
  // Even a good code, mailed to a viewer whom the patient trusts with another report.
  await letCodePausePass(guestOfOther);
  const sent = await codesTo(guestOfOther);
  await enterCode(page, await mailedCode(page.request, guestOfOther, sent));
  await expect(page.getByRole('alert').filter({ hasText: t('errors.code-wrong') })).toBeVisible();
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeHidden();
});

test('after a wrong code the page shows how many tries are left; too many close the link', async ({
  page,
}) => {
  const who = guest('closer');
  await page.goto(who.link);
  await page.getByRole('button', { name: t('sharing.codeEntry.send') }).click();
  const code = codeIn(await waitForMail(who.email, CODE_SUBJECT));
  await page.getByLabel(t('components.codeInput.label')).fill('123');
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.open') })).toBeDisabled();
  await enterCode(page, wrong(code));
  await expect(page.getByLabel(t('components.codeInput.label'))).toHaveAccessibleDescription(
    sentencePattern('sharing.redeemGuestCode.wrong', { triesLeft: 9 }),
  );
  for (let left = 8; left > 0; left -= 1) {
    const { detail } = await refusalOf(await guess(page, who, wrong(code)));
    expect(detail).toBe(t('sharing.redeemGuestCode.wrong', { triesLeft: left }));
  }
  await enterCode(page, wrong(code));
  await expectEnd(page, t('sharing.guestEnds.code-cap.title'), shared);
  await page.goto(who.link);
  await expectEnd(page, t('sharing.guestEnds.code-cap.title'), shared);
  expect((await refusalOf(await guess(page, who, code))).code).toBe('code-cap');
  const { token } = who;
  const another = await call(page.request, 'POST', '/api/guest/codes', { data: { token } });
  expect((await refusalOf(another)).code).toBe('code-cap');
});

test('50 guesses at once are no more than the ten that a grant bears', async ({ page }) => {
  const who = guest('guesser');
  const code = await mailedCode(page.request, who);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async () => refusalOf(await guess(page, who, wrong(code)))),
  );
  // In a crowd, some answers are that the database is busy; the tries that are left are then used up.
  const codes = answers.map((answer) => answer.code);
  while (!codes.includes('code-cap')) {
    codes.push((await refusalOf(await guess(page, who, wrong(code)))).code);
  }
  expect(codes.filter((answer) => answer === 'code-wrong')).toHaveLength(9);
  expect((await grantOf(who)).failedCodes).toBe(10);
  expect((await refusalOf(await guess(page, who, code))).code).toBe('code-cap');
});

test('only the newest code works, once, within its ten minutes', async ({ page }) => {
  const who = guest('renewer');
  const first = await mailedCode(page.request, who);
  await page.goto(who.link);
  await page.getByRole('button', { name: t('sharing.codeEntry.hasCode') }).click();
  await page.getByRole('button', { name: t('sharing.resendCode.send') }).click();
  await expect(
    page.getByRole('alert').filter({ hasText: t('sharing.requestGuestCode.tooSoon') }),
  ).toBeVisible();
  await letCodePausePass(who);
  await page.getByRole('button', { name: t('sharing.resendCode.send') }).click();
  const second = codeIn(await waitForMail(who.email, CODE_SUBJECT, 1));
  await expect(
    page.getByRole('button', { name: sentencePattern('sharing.resendCode.sendInSeconds') }),
  ).toBeDisabled();
  await enterCode(page, first);
  await expect(page.getByRole('alert').filter({ hasText: t('errors.code-wrong') })).toBeVisible();
  const fullWidth = second.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  await enterCode(page, ` ${fullWidth.slice(0, 4)} - ${fullWidth.slice(4)} `);
  await expect(page.getByText(t('reports.sealLine.isOriginalQuestion'))).toBeVisible();
  expect((await refusalOf(await guess(page, who, second))).code).toBe('code-expired');

  await letCodePausePass(who);
  const third = await mailedCode(page.request, who, 2);
  const { id } = await grantOf(who);
  const codeExpiresAt = new Date(Date.now() - 60_000);
  await database().grant.update({ where: { id }, data: { codeExpiresAt } });
  expect(await refusalOf(await guess(page, who, third))).toMatchObject({
    status: 410,
    code: 'code-expired',
  });
});

test('a session is over after its 15 minutes', async ({ page }) => {
  const who = guest('late');
  await openReport(page, who);
  const { id } = await grantOf(who);
  const expiresAt = new Date(Date.now() - 60_000);
  await database().guestSession.updateMany({ where: { grantId: id }, data: { expiresAt } });
  await page.reload();
  await expectEnd(page, t('sharing.guestEnds.guest-session-over.title'), shared);
  await page.getByRole('button', { name: t('sharing.endPage.newCode') }).click();
  await expect(page.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
});

test('a permission that ends or is taken back closes the report that is open', async ({
  page,
  browser,
}) => {
  const [removed, ended] = [guest('removed'), guest('ended')];
  const second = await (await browser.newContext()).newPage();
  await openReport(page, removed);
  await openReport(second, ended);
  const session = await openSessionOf(page);

  const end = Date.now() + 4_000;
  await changeViewers(shared, [
    { email: ended.email, expiresAt: new Date(end).toISOString() },
    { email: guest('reader').email, expiresAt: null },
  ]);
  await comeBack(page);
  await expectEnd(page, t('sharing.guestEnds.grant-removed.title'), shared);
  const refused = await page.request.get(`/api/guest/report?session=${session}`);
  expect(await refusalOf(refused)).toMatchObject({ status: 410, code: 'grant-removed' });
  await page.goto(removed.link);
  await expectEnd(page, t('sharing.guestEnds.grant-removed.title'), shared);

  await expect
    .poll(async () => {
      const data = { token: ended.token };
      const answer = await call(second.request, 'POST', '/api/guest/links', { data });
      return answer.text();
    })
    .toBe('{"outcome":"grant-expired"}');
  await comeBack(second);
  await expectEnd(second, t('sharing.guestEnds.grant-expired.title'), shared);
  const { token } = ended;
  const asked = await call(second.request, 'POST', '/api/guest/codes', { data: { token } });
  expect(await refusalOf(asked)).toMatchObject({ status: 410, code: 'grant-expired' });
  await second.context().close();
});

async function openSessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const cookie = cookies.find(({ name }) => name.startsWith('medanchor-guest-'));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/guest' });
  return cookie?.name.replace('medanchor-guest-', '') ?? '';
}

test('a retracted report is shown to no guest any more', async ({ page }) => {
  await letCodePausePass(guestOfOther);
  const sent = await codesTo(guestOfOther);
  await page.goto(guestOfOther.link);
  await page.getByRole('button', { name: t('sharing.codeEntry.send') }).click();
  // From the request on, no code is sent any more.
  const code = codeIn(await waitForMail(guestOfOther.email, CODE_SUBJECT, sent));
  await requestRetraction(other.doctor.actor, other.reportId, {
    ...END_REASON,
    replacementId: null,
  });
  await expect.poll(() => stateOf(other.reportId), { timeout: 30_000 }).toBe('RETRACTED');
  await enterCode(page, code);
  await expectEnd(page, t('sharing.guestEnds.report-invalid.title'), other);
});
