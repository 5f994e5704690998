import { expect, test } from '@playwright/test';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { createApprovedReport } from '../support/reports/report-factories';
import {
  bindDemoAccount,
  confirmInWallet,
  PAYER,
  rejectInWallet,
  shareAccount,
  walletWindow,
} from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { waitForMail } from './support/mailbox';
import { addViewer, goToPrice, readCost, sealNow } from './support/patient-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

const PHONE = { width: 390, height: 844 };
const TRANSACTION = 'transaction';

test('a patient adds three of four approved reports by one transaction', async ({ browser }) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, PAYER.batch);
  for (const template of ['COVID_19', 'BLOOD_PRESSURE', 'COVID_19', 'BLOOD_PRESSURE'] as const) {
    await createApprovedReport({ doctor, patient, template });
  }
  const { page } = await browserOf(browser, patient);
  await page.goto('/patient');
  const approved = page.getByRole('region', { name: t('components.reportStates.APPROVED') });
  await approved.getByRole('checkbox').nth(0).check();
  await expect(approved.getByRole('status')).toHaveText('1 of 4 chosen.');
  await approved.getByRole('checkbox').nth(1).check();
  await approved.getByRole('checkbox').nth(2).check();
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectAccessible(page);
  await approved
    .getByRole('link', { name: t('reports.approvedReports.sealChosen', { chosenCount: 3 }) })
    .click();

  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 3 }) }),
  ).toBeVisible();
  await page.getByText(t('sharing.chosenReports.summary', { count: 3 })).click();
  await expect(page.getByRole('listitem').filter({ hasText: /report [0-9A-Z]{16}/ })).toHaveCount(
    3,
  );
  await page.getByLabel(t('common.eMailAddress')).fill('not-an-address');
  await page.getByRole('button', { name: t('sharing.sealingSteps.next') }).click();
  await expect(page.getByLabel(t('common.eMailAddress'))).toBeFocused();
  await expect(page.getByText(t('accounts.emailSchema.invalid'))).toBeVisible();
  await addViewer(page, {
    email: patient.actor.email,
    until: t('sharing.viewersEditor.ends.month'),
  });
  await addViewer(page, {
    email: `batch-${process.pid}@clinic.example`,
    until: t('sharing.viewersEditor.ends.week'),
  });
  await expectAccessible(page);
  await goToPrice(page);
  await expectAccessible(page);
  const cost = page.getByRole('group', { name: t('registry.costNow.costNow') });
  expect(await readCost(page)).toBeGreaterThan(0);
  await expect(cost).toContainText(sentencePattern('registry.costNow.savingInEth'));
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectAccessible(page);

  // What only the server can refuse leads back to the person's own line.
  await sealNow(page);
  await shareAccount(page, PAYER.batch);
  await expect(
    page.getByRole('heading', { name: t('sharing.sealingSteps.viewersTitle', { count: 2 }) }),
  ).toBeFocused();
  await expect(page.getByText(t('sharing.rejectOwnEmail.ownAddress'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('button', { name: t('sharing.viewerRow.remove', { email: patient.actor.email }) })
    .click();
  await goToPrice(page);

  // Declined, then confirmed: nothing is left half done.
  await sealNow(page);
  await expect(walletWindow(page)).toContainText('addReports(');
  await rejectInWallet(page, TRANSACTION);
  await expect(
    page.getByRole('alert').filter({ hasText: t('registry.walletErrors.rejected') }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Seal 3 reports now' }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(page).toHaveURL(/\/patient$/, { timeout: 30_000 });
  const anchored = page.getByRole('region', { name: t('components.reportStates.ANCHORED') });
  await expect(anchored.getByText('3 reports')).toBeVisible();
  await expect(approved.getByText('1 report', { exact: true })).toBeVisible();
  await waitForMail(
    `batch-${process.pid}@clinic.example`,
    sentencePattern('sharing.guestLinkMail.subject'),
    2,
  );
});

test('a report that has moved on, or belongs to another patient, is not offered', async ({
  browser,
}) => {
  const [doctor, patient, stranger] = [
    await createDoctor(),
    await createPatient(),
    await createPatient(),
  ];
  await bindDemoAccount(patient, PAYER.batch);
  const ids = [
    await createApprovedReport({ doctor, patient: stranger }),
    await createApprovedReport({ doctor, patient }),
  ];
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/seal?${ids.map((id) => `report=${id}`).join('&')}`);
  await expect(page.getByRole('heading', { name: t('app.patientSeal.chooseAgain') })).toBeVisible();
  await expectAccessible(page);
});
