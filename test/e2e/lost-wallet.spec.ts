import { expect, test, type Browser, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { t } from '../support/english';
import { createAdmin, createDoctor, createPatient, type Person } from '../support/factories';
import { letProofGrowOld } from '../support/proof';
import { createApprovedReport } from '../support/report-factories';
import { chain } from '../support/test-chain';
import {
  bindDemoAccount,
  confirmInWallet,
  demoAccount,
  PAYER,
  setWallet,
  shareAccount,
} from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { codeIn, waitForMail } from './support/mailbox';
import { addViewer, beginAnchoring, expectAnchored } from './support/patient-steps';
import { browserOf } from './support/people';

const ADMIN = 'Administrator';
const TRANSACTION = 'confirm a transaction';
const WEEK_SECONDS = 7 * 86_400;
const SETTLED = { timeout: 30_000 };

test.describe.configure({ mode: 'serial' });

/** At both widths. */
async function expectAccessibleEverywhere(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
}

async function adminOn(browser: Browser, path: string): Promise<Page> {
  const { page } = await browserOf(browser, await createAdmin());
  await page.goto(path);
  return page;
}

/** A patient whose account of the demo wallet has put a report on the chain. */
async function patientWithReport(browser: Browser, label: string) {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, label);
  const reportId = await createApprovedReport({ doctor, patient });
  const { page } = await browserOf(browser, patient);
  await page.goto(`/patient/reports/${reportId}`);
  await beginAnchoring(page);
  await shareAccount(page, label);
  await confirmInWallet(page, TRANSACTION);
  await expectAnchored(page);
  return { page, patient, reportId };
}

async function reportLost(page: Page, patient: Person): Promise<void> {
  // The patient of the last test has no use for it any more.
  const { address } = demoAccount(PAYER.foundWallet);
  await database().wallet.deleteMany({ where: { address } });
  await page.goto('/patient/wallet');
  await page.getByRole('link', { name: 'I lost my wallet' }).click();
  await expect(page.getByRole('heading', { name: 'I lost my wallet' })).toBeVisible();
  await expectAccessibleEverywhere(page);
  await setWallet(page, { account: PAYER.foundWallet });
  await page.getByRole('button', { name: /^Connect 0x.* to my account$/ }).click();
  await confirmInWallet(page, 'sign a message');
  const mailCode = page.getByRole('button', { name: 'E-mail me a code' });
  await expect(mailCode).toBeVisible();
  await letProofGrowOld(patient);
  await mailCode.click();
  const code = codeIn(await waitForMail(patient.actor.email, /Your code to report a lost wallet/));
  await page.getByLabel(t('components.codeInput.label')).fill(code);
  const ask = page.getByRole('button', { name: /^Ask that 0x.* takes over$/ });
  await ask.click();
  const dialog = page.getByRole('dialog', { name: 'Type your password to continue' });
  await dialog.getByLabel(/^Your MedAnchor password/).fill('not-my-password');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password is wrong');
  await expectAccessible(page);
  await dialog.getByLabel(/^Your MedAnchor password/).fill(patient.password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Waiting for an administrator')).toBeVisible();
}

test('a wallet that was said to be lost stops its recovery, also when its owner never asked', async ({
  browser,
}) => {
  const { page, patient } = await patientWithReport(browser, PAYER.stoppedWallet);
  const lost = demoAccount(PAYER.stoppedWallet);
  const { to, data } = encodeProposeRecovery(lost.address, demoAccount('Account 1').address);
  await demoSigner(demoAccount(ADMIN).index, chain()).sendTransaction({ to, data });
  const mail = await waitForMail(patient.actor.email, t('registry.recoveryNews.proposed.subject'));
  expect(mail.text).toContain('You did not ask for this');

  await page.goto('/patient');
  const banner = page.getByRole('region', { name: 'Another wallet is about' });
  await expect(banner).toContainText('You did not ask for this here.');
  await expectAccessibleEverywhere(page);
  await banner.getByRole('link', { name: 'Stop this recovery' }).click();
  const card = page.getByRole('region', { name: 'Recovery of a lost wallet' });
  await expect(card).toContainText(/6 days 23 hours left/);
  await card.getByRole('button', { name: 'Stop this recovery' }).click();
  await expect(card.getByRole('group', { name: 'Cost now' })).toContainText('ETH');
  await expectAccessibleEverywhere(page);
  await card.getByRole('button', { name: 'Stop it: confirm in the old wallet' }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(card.getByText('Stopped', { exact: true })).toBeVisible(SETTLED);
  await expect(banner).toBeHidden();
  await waitForMail(patient.actor.email, t('registry.recoveryNews.vetoed.subject'));
});

test('an administrator declines, with a reason that the patient reads', async ({ browser }) => {
  const { page, patient } = await patientWithReport(browser, PAYER.lostWallet);
  await reportLost(page, patient);
  const admin = await adminOn(browser, '/admin/recoveries');
  await admin
    .getByRole('button', { name: `Decline for ${patient.actor.displayName}` })
    .first()
    .click();
  await admin.getByLabel('Reason, for the patient').fill('Please call us first.');
  await expectAccessible(admin);
  await admin.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(admin.getByText('Declined', { exact: true }).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText('Please call us first.')).toBeVisible();
  await waitForMail(patient.actor.email, /was declined/);
});

test('a lost wallet is followed by a new one: asked, proposed, a week, finished', async ({
  browser,
}) => {
  const { page, patient, reportId } = await patientWithReport(browser, PAYER.lostWallet);
  await reportLost(page, patient);

  const admin = await adminOn(browser, '/admin/recoveries');
  const propose = admin.getByRole('button', { name: /^Propose for/ }).first();
  await expect(admin.getByText(patient.actor.email)).toBeVisible();
  await expectAccessibleEverywhere(admin);
  await propose.click();
  const step = admin.getByRole('region', { name: /^Propose the recovery/ });
  await expect(step.getByRole('group', { name: 'Cost now' })).toContainText('ETH');
  await step.getByLabel('I have made sure').check();
  await expectAccessibleEverywhere(admin);
  await step.getByRole('button', { name: 'Propose: confirm in my wallet' }).click();
  await shareAccount(admin, ADMIN);
  await confirmInWallet(admin, TRANSACTION);
  await expect(admin.getByText('Proposed', { exact: true }).first()).toBeVisible(SETTLED);

  await waitForMail(patient.actor.email, t('registry.recoveryNews.proposed.subject'));
  await page.goto('/patient/wallet');
  const card = page.getByRole('region', { name: 'Recovery of a lost wallet' }).first();
  await expect(card).toContainText(/6 days 23 hours left/);
  await expect(card.getByRole('button', { name: 'Finish' })).toBeHidden();
  await expectAccessibleEverywhere(page);

  await chain().send('evm_increaseTime', [WEEK_SECONDS]);
  await chain().send('evm_mine', []);
  await waitForMail(patient.actor.email, t('registry.recoveryNews.ready.asked.subject'));
  await page.reload();
  await expect(card.getByText('Can be finished', { exact: true })).toBeVisible();
  await card.getByRole('button', { name: 'Finish' }).click();
  await expect(card.getByRole('group', { name: 'Cost now' })).toContainText('ETH');
  await expectAccessibleEverywhere(page);
  await card.getByRole('button', { name: 'Finish: confirm in the new wallet' }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(card.getByText('Done', { exact: true })).toBeVisible(SETTLED);
  await waitForMail(patient.actor.email, t('registry.recoveryNews.executed.asked.subject'));

  // The new wallet now governs the report that the lost one anchored.
  await page.goto(`/patient/reports/${reportId}`);
  await page.getByRole('button', { name: 'Change' }).click();
  await addViewer(page, { email: 'after-recovery@clinic.example', until: '30 days' });
  await page.getByRole('button', { name: t('sharing.permissionChange.confirm') }).click();
  await confirmInWallet(page, TRANSACTION);
  await waitForMail('after-recovery@clinic.example', /shares a medical report/);
});
