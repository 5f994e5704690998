import { expect, test, type Page } from '@playwright/test';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import { t } from '../support/messages/english';
import { sentencePattern } from '../support/messages/sentence-pattern';
import { createDoctor } from '../support/people/factories';
import { expectAccessible } from './support/expect-accessible';
import { reportOn } from './support/patient-steps';
import { browserOf, PHONE } from './support/people';
import { newAddress, shareReport } from './support/shared-report';
import { addSigningWallet, SIGNING_WALLET, signAsWallet } from './support/signing-wallet';

/** On a busy machine the worker takes its time to confirm. */
const CONFIRMED = { timeout: 60_000 };

/** Fills in the doctor's form and sends it; the page of the new request is shown. */
async function ask(page: Page, addressee: string): Promise<string> {
  await page.goto('/doctor/requests/new');
  await page.getByLabel(t('sharing.askForm.addressee')).fill(addressee);
  await page.getByLabel(t('sharing.askForm.reason')).fill('Before the first appointment.');
  await page.getByRole('button', { name: t('sharing.askForm.ask') }).click();
  await page.waitForURL(/\/doctor\/requests\/[\da-f-]{36}$/);
  await expectState(page, 'ASKED');
  return page.url().split('/').at(-1) ?? '';
}

async function expectState(page: Page, state: 'ASKED' | 'GRANTED' | 'DENIED' | 'ENDED') {
  await expect(page.getByText(t(`sharing.requestStates.${state}`), { exact: true })).toBeVisible();
}

/** What the page says, without what names this request. */
async function textOf(page: Page, addressee: string): Promise<string> {
  const text = await page.getByRole('main').innerText();
  return text.replaceAll(addressee, '<addressee>').replaceAll(/\d\d:\d\d/g, '<time>');
}

test('a doctor asks, the patient grants one report and ends it, and the doctor reads only between', async ({
  browser,
}) => {
  const { patient, wallet, reportId, code } = await shareReport([]);
  const doctor = await createDoctor({ clinic: 'Clinic North' });
  const { page: desk } = await browserOf(browser, doctor);
  const { page: other } = await browserOf(browser, await createDoctor());
  const { context, page: phone } = await browserOf(browser, patient, PHONE);
  const { chainId } = readChainProfile();
  await addSigningWallet(context, { address: wallet.address, chainId }, (json) =>
    signAsWallet(wallet, json),
  );

  await desk.goto('/doctor/requests/new');
  await desk.getByLabel(t('sharing.askForm.addressee')).fill('7K3M9-4XW2C');
  await desk.getByRole('button', { name: t('sharing.askForm.ask') }).click();
  await expect(desk.getByText(t('sharing.requestSchema.noCode'))).toBeVisible();
  await expectAccessible(desk);

  // A request to nobody looks the same.
  const nobody = newAddress('nobody');
  await ask(desk, nobody);
  const toNobody = await textOf(desk, nobody);
  const requestId = await ask(desk, patient.actor.email);
  expect(await textOf(desk, patient.actor.email)).toBe(toNobody);
  const report = `/doctor/requests/${requestId}/reports/${reportId}`;
  await desk.goto(report);
  await expect(desk.getByText(t('sharing.requestedReport.nothingShown'))).toBeVisible();

  await phone.goto('/patient/requests');
  const who = t('app.patientRequest.who', {
    name: doctor.actor.displayName,
    clinic: 'Clinic North',
  });
  await phone.getByRole('link', { name: who }).click();
  await expect(phone.getByText(t('app.patientRequest.verified'))).toBeVisible();
  await phone.getByRole('button', { name: t('sharing.decideForm.grant') }).click();
  await expect(phone.getByText(t('sharing.requestSchema.chooseOne'))).toBeVisible();
  await phone.getByRole('checkbox').first().check();
  await expect(phone.getByText(t('sharing.grantPrice.clinic'))).toBeVisible();
  await expectAccessible(phone);
  await phone.getByRole('button', { name: t('sharing.decideForm.grant') }).click();
  await expectState(phone, 'GRANTED');

  // Granted, and not on the chain: a code is all that the doctor sees.
  await desk.goto(`/doctor/requests/${requestId}`);
  await desk.getByRole('link', { name: t('app.doctorRequest.open', { code }) }).click();
  await expect(desk.getByText(t('sharing.requestedReport.nothingShown'))).toBeVisible();

  await phone.getByRole('radio', { name: SIGNING_WALLET }).check();
  await phone.getByRole('button', { name: t('sharing.carryOut.verb.listed') }).click();
  await expect(phone.getByText(t('sharing.carryOut.listed'))).toBeVisible(CONFIRMED);
  await expectAccessible(phone);
  await desk.reload();
  await expect(desk.getByRole('heading', { name: patient.actor.displayName })).toBeVisible();
  await expect(reportOn(desk)).toBeVisible();
  await expectAccessible(desk);
  await other.goto(report);
  await expect(other.getByText(t('app.nothingHere.title'))).toBeVisible();

  await phone.getByRole('button', { name: t('sharing.closeRequest.end.verb') }).click();
  await phone.getByRole('button', { name: t('sharing.closeRequest.end.confirm') }).click();
  await expectState(phone, 'ENDED');
  await desk.reload();
  await expect(desk.getByText(t('sharing.requestedReport.nothingShown'))).toBeVisible();
  await expect(reportOn(desk)).toBeHidden();

  await phone.getByRole('radio', { name: SIGNING_WALLET }).check();
  await phone.getByRole('button', { name: t('sharing.carryOut.verb.removed') }).click();
  await expect(phone.getByText(t('app.patientRequest.nothingLeft'))).toBeVisible(CONFIRMED);
  await phone.goto(`/patient/reports/${reportId}/access`);
  await expect(
    phone.getByText(sentencePattern('sharing.accessLog.actions.request.opened')),
  ).toBeVisible();
});

test('a patient declines a doctor who found them by their code, and renews it', async ({
  browser,
}) => {
  const { patient } = await shareReport([]);
  const { page: phone } = await browserOf(browser, patient, PHONE);
  await phone.goto('/patient/requests');
  await phone.getByRole('button', { name: t('sharing.patientCode.make') }).click();
  const code = phone.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const shown = await code.innerText();
  await expectAccessible(phone);

  const { page: desk } = await browserOf(browser, await createDoctor());
  const requestId = await ask(desk, shown.toLowerCase());
  await phone.goto(`/patient/requests/${requestId}`);
  await phone.getByRole('button', { name: t('sharing.decideForm.decline') }).click();
  await phone.getByLabel(t('sharing.denyForm.reason')).fill('I do not know this doctor.');
  await phone.getByRole('button', { name: t('sharing.denyForm.decline') }).click();
  await expectState(phone, 'DENIED');
  await desk.reload();
  await expect(desk.getByText('I do not know this doctor.')).toBeVisible();

  await phone.goto('/patient/requests');
  await phone.getByRole('button', { name: t('sharing.patientCode.renew') }).click();
  await expect(code).not.toHaveText(shown);
});
