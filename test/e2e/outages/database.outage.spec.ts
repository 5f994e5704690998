import { expect, test } from '@playwright/test';
import { t } from '../../support/messages/english';
import { createDoctor, createPatient, PASSWORD } from '../../support/people/factories';
import { createForwardedReport } from '../../support/reports/report-factories';
import { call, refusalOf } from '../support/api';
import { waitForMail } from '../support/mailbox';
import { browserOf } from '../support/people';
import { whileAway } from '../support/service-switch';

const SENTENCE = t('errors.database-unavailable');

/** A person must not be left before an empty page. */
const SOON_MS = 5_000;

test('without the database a page shows an error soon, and works again after a retry', async ({
  browser,
}) => {
  const { page, context } = await browserOf(browser, await createPatient());
  await page.goto('/patient');
  await whileAway('database', async () => {
    const asked = Date.now();
    const response = await page.goto('/patient');
    expect(response?.status()).toBe(503);
    await expect(page.getByRole('alert').filter({ hasText: SENTENCE })).toBeVisible();
    expect(Date.now() - asked).toBeLessThan(SOON_MS);
    const answer = await call(context.request, 'GET', '/api/accounts/session');
    expect(await refusalOf(answer)).toMatchObject({ status: 503, code: 'database-unavailable' });
    expect((await context.request.get('/readyz')).status()).toBe(503);
  });
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(page.getByRole('heading', { name: t('common.myReports') })).toBeVisible();
  await context.close();
});

test('without the database public pages stay readable, and a log-in shows why it fails', async ({
  browser,
}) => {
  const { page: known, context } = await browserOf(browser, await createPatient());
  const { actor } = await createPatient();
  const page = await browser.newPage({ baseURL: process.env['APP_URL'] ?? '' });
  await whileAway('database', async () => {
    for (const visitor of [page, known]) {
      expect((await visitor.goto('/'))?.status()).toBe(200);
      await expect(
        visitor.getByRole('link', { name: t('common.logIn'), exact: true }),
      ).toBeVisible();
    }
    await page.goto('/login');
    await page.getByLabel(t('common.eMailAddress')).fill(actor.email);
    await page.getByRole('textbox', { name: t('common.password') }).fill(PASSWORD);
    await page.getByRole('button', { name: t('common.logIn'), exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: SENTENCE })).toBeVisible();
  });
  await page.getByRole('button', { name: t('common.logIn'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('common.myReports') })).toBeVisible();
  await page.context().close();
  await context.close();
});

test('a decision that the database did not take is not taken, and the worker goes on', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createForwardedReport({ doctor, patient });
  const { page, context } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  const approve = page.getByRole('button', { name: t('reports.reviewPanel.approve') });
  await whileAway('database', async () => {
    await approve.click();
    await expect(
      page.getByRole('alert', { name: t('components.errorNotice.title') }),
    ).toContainText(SENTENCE);
  });
  await approve.click();
  await expect(
    page.getByText(t('components.reportStates.APPROVED'), { exact: true }).first(),
  ).toBeVisible();
  await waitForMail(doctor.actor.email, /report/i);
  await context.close();
});
