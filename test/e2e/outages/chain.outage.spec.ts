import { expect, test, type Page } from '@playwright/test';
import { feeChain } from '@/forecast/history/fee-chain';
import { database } from '@/platform/database/database';
import { openReportDocument } from '@/reports/content/open-report-document';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { t } from '../../support/messages/english';
import { createAdmin } from '../../support/people/factories';
import { stateOf } from '../../support/chain/patient-on-chain';
import { emptyFees, storeForecast } from '../../support/forecast/fee-forecasts';
import { createApprovedReport } from '../../support/reports/report-factories';
import { call, refusalOf } from '../support/api';
import { letCodePausePass } from '../support/guest-api';
import { openReport } from '../support/guest-steps';
import { goToPrice } from '../support/patient-steps';
import { browserOf } from '../support/people';
import { whileAway } from '../support/service-switch';
import {
  guestAt,
  newAddress,
  sendMined,
  shareReport,
  type Guest,
  type SharedReport,
} from '../support/shared-report';
import { sentencePattern } from '../../support/messages/sentence-pattern';

let shared: SharedReport;
let guest: Guest;

test.beforeAll(async () => {
  const email = newAddress('guest');
  shared = await shareReport([email]);
  guest = await guestAt(email);
});

async function expectNothingRevealed(page: Page): Promise<void> {
  const { patient, doctor, code } = shared;
  const text = await page.locator('body').innerText();
  for (const secret of [patient.actor.displayName, doctor.actor.displayName, code]) {
    expect(text).not.toContain(secret);
  }
}

test('without the chain a guest is denied with the reason, also in an open session', async ({
  page,
  browser,
}) => {
  await openReport(page, guest);
  const cookies = await page.context().cookies();
  const cookie = cookies.find(({ name }) => name.startsWith('medanchor-guest-'));
  const session = cookie?.name.replace('medanchor-guest-', '') ?? '';
  const newcomer = await (await browser.newContext()).newPage();
  const cannot = t('sharing.guestEnds.chain-unavailable.title');

  await whileAway('chain', async () => {
    const refused = await page.request.get(`/api/guest/report?session=${session}`);
    expect(await refusalOf(refused)).toMatchObject({ status: 503, code: 'chain-unavailable' });
    await page.reload();
    await expect(page.getByRole('heading', { name: cannot })).toBeVisible();
    await expectNothingRevealed(page);
    await newcomer.goto(guest.link);
    await expect(newcomer.getByRole('heading', { name: cannot })).toBeVisible();
    await newcomer.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
    await expect(newcomer.getByRole('heading', { name: cannot })).toBeVisible();
    await expectNothingRevealed(newcomer);
    await letCodePausePass(guest);
    const data = { token: guest.token };
    const asked = await call(page.request, 'POST', '/api/guest/codes', { data });
    expect((await refusalOf(asked)).code).toBe('chain-unavailable');
  });
  await newcomer.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(newcomer.getByRole('button', { name: t('sharing.codeEntry.send') })).toBeVisible();
  await newcomer.context().close();
});

test('without the chain patient and doctor see what is not known, and can still read', async ({
  browser,
}) => {
  const { doctor, patient, reportId } = shared;
  const { page } = await browserOf(browser, patient);
  const { page: doctors } = await browserOf(browser, doctor);
  await whileAway('chain', async () => {
    await page.goto('/patient/fees');
    const fee = page.getByRole('region', { name: t('registry.feeNow.priceNow') });
    await expect(fee).toContainText(t('sharing.guestEnds.chain-unavailable.title'));
    await page.goto('/patient');
    const anchored = page.getByRole('region', { name: t('components.reportStates.ANCHORED') });
    await anchored.getByRole('link', { name: t('templates.bloodPressure.title') }).click();
    for (const own of [page, doctors]) {
      await own.goto(`/${own === page ? 'patient' : 'doctor'}/reports/${reportId}`);
      await expect(own.getByText(t('reports.validityNotice.notAskedTitle'))).toBeVisible();
      await expect(
        own.getByRole('link', { name: t('components.originalPdf.download') }),
      ).toBeVisible();
    }
  });
  await page.reload();
  await expect(page.getByText(t('reports.sealStatus.asked'))).toBeVisible();
  await page.context().close();
  await doctors.context().close();
});

test('what is anchored meanwhile is found by the follower afterwards', async ({ browser }) => {
  const { doctor, patient, wallet } = shared;
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  const { page: admin } = await browserOf(browser, await createAdmin());
  await page.goto(`/patient/reports/${reportId}`);
  const { request } = await prepareAnchoring(patient.actor, reportId, []);
  await whileAway('chain', async () => {
    await sendMined(wallet, request);
    await admin.goto('/admin');
    await expect(
      admin.getByRole('alert').filter({ hasText: t('registry.followerPanel.unavailableText') }),
    ).toBeVisible();
    expect((await admin.request.get('/readyz')).status()).toBe(503);
    expect(await stateOf(reportId)).toBe('ANCHORING');
  });
  await expect.poll(() => stateOf(reportId), { timeout: 60_000 }).toBe('ANCHORED');
  await page.reload();
  await expect(page.getByText(t('reports.sealStatus.asked'))).toBeVisible();
  expect((await admin.request.get('/readyz')).status()).toBe(200);
  await page.context().close();
  await admin.context().close();
});

test('without the chain a paid step shows that its price is not known, and is not offered', async ({
  browser,
}) => {
  const { doctor, patient } = shared;
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  await whileAway('chain', async () => {
    await page.goto(`/patient/seal?report=${reportId}`);
    await goToPrice(page);
    const problem = page
      .getByRole('alert')
      .filter({ hasText: t('registry.costNow.thePriceIsNotKnown') });
    await expect(problem).toContainText(t('sharing.guestEnds.chain-unavailable.title'));
    await expect(
      page.getByRole('button', { name: t('sharing.sealingSteps.sealNow', { count: 1 }) }),
    ).toBeDisabled();
    await expect(page.getByText(t('registry.walletConfirm.priceNotKnown'))).toBeVisible();
  });
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(page.getByRole('group', { name: t('sharing.clinicCost.label') })).toBeVisible();
  await page.context().close();
});

test('without the chain the last good forecast stays, until it is too old', async ({ browser }) => {
  const { page } = await browserOf(browser, shared.patient);
  const widget = page.getByRole('region', { name: t('app.patientFees.nextSevenDays') });
  await whileAway('chain', async () => {
    await storeForecast({ source: 'COLLECTED', ageHours: 30 });
    await page.goto('/patient/fees');
    const note = widget.getByRole('note', {
      name: sentencePattern('forecast.adviceLine.likelyCheapest'),
    });
    await expect(note).toContainText(
      sentencePattern('forecast.adviceLine.costThenOnly', { size: 'other' }),
    );
    await expect(widget).toContainText('30 hours old');
    // What ether costs is not known either.
    await expect(widget.getByRole('row').filter({ hasText: /^Now/ })).toHaveCount(0);
    await expect(widget).toContainText('ETH');
    await expect(widget).not.toContainText('$');
    await expect(note).not.toContainText('%');

    const failed = {
      lastError: 'chain-unavailable',
      // So that the worker, which would now fail as well, leaves it.
      claimedUntil: new Date(Date.now() + 60_000),
    };
    const id = `collect:${feeChain().id}`;
    await database().feeTask.upsert({ where: { id }, create: { id, ...failed }, update: failed });
    await storeForecast({ source: 'COLLECTED', ageHours: 50 });
    await page.reload();
    const status = widget.getByRole('status', { name: t('forecast.noForecast.label') });
    await expect(status).toContainText(t('forecast.noForecast.reasons.chain-unavailable'));
    await expect(widget).not.toContainText('ETH');
  });
  await emptyFees();
  await page.context().close();
});

test('without the chain a file is called neither authentic nor altered', async ({ page }) => {
  const { pdf } = await openReportDocument(shared.patient.actor, shared.reportId);
  const file = { name: 'r.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) };
  await page.goto('/verify');
  await whileAway('chain', async () => {
    await page.getByLabel(t('reports.verifyPanel.file')).setInputFiles(file);
    const problem = page
      .getByRole('alert')
      .filter({ hasText: t('reports.verifyPanel.failedTitle') });
    await expect(problem).toContainText(t('sharing.guestEnds.chain-unavailable.title'));
  });
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(
    page.getByRole('status').filter({ hasText: t('reports.outcomes.authentic.title') }),
  ).toBeVisible();
});
