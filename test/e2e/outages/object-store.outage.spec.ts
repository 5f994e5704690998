import { expect, test } from '@playwright/test';
import { t } from '../../support/messages/english';
import { createDoctor, createPatient } from '../../support/people/factories';
import { auditCount } from '../../support/chain/patient-on-chain';
import {
  createFilledDraft,
  createForwardedReport,
  reportRow,
} from '../../support/reports/report-factories';
import { reportOn, scrollToPdf } from '../support/patient-steps';
import { waitForMail } from '../support/mailbox';
import { browserOf } from '../support/people';
import { whileAway } from '../support/service-switch';

const NO_ANSWER = t('errors.store-unavailable');

test('forwarding without the file store leaves a draft, and works when pressed again', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const { reportId } = await createFilledDraft({ doctor, patient });
  const { page, context } = await browserOf(browser, doctor);
  await page.goto(`/doctor/reports/${reportId}`);
  await page.getByRole('button', { name: t('reports.draftActions.send') }).click();
  const forward = page
    .getByRole('dialog')
    .getByRole('button', { name: t('reports.draftActions.sendConfirm') });
  await whileAway('object store', async () => {
    await forward.click();
    await expect(
      page.getByRole('dialog').getByRole('alert', { name: t('components.errorNotice.title') }),
    ).toContainText(NO_ANSWER);
    const { state, objectAddress, contentHash, staged } = await reportRow(reportId);
    expect({ state, objectAddress, contentHash, doctor: staged?.doctor }).toEqual({
      state: 'DRAFT',
      objectAddress: null,
      contentHash: null,
      doctor: undefined,
    });
    expect(await auditCount(reportId, 'report.forwarded')).toBe(0);
  });
  await forward.click();
  await expect(
    page.getByText(t('reports.draftActions.sentTitle'), { exact: true }).first(),
  ).toBeVisible();
  await waitForMail(patient.actor.email, /report/i);
  expect(await auditCount(reportId, 'report.forwarded')).toBe(1);
  await context.close();
});

test('reading without the file store shows an error, and works after a retry', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createForwardedReport({ doctor, patient });
  const { page, context } = await browserOf(browser, patient);
  await whileAway('object store', async () => {
    await page.goto(`/patient/reports/${reportId}`);
    const problem = page
      .getByRole('alert')
      .filter({ hasText: t('reports.cannotRead.theReportCannotBeShown') });
    await expect(problem).toContainText(NO_ANSWER);
    expect(await auditCount(reportId, 'report.opened')).toBe(0);
  });
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expect(reportOn(page)).toContainText('mmHg');
  await expect(await scrollToPdf(page)).toContainText('mmHg');
  await context.close();
});
