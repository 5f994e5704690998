import { expect, test, type Browser, type Page } from '@playwright/test';
import { database } from '@/platform/database/database';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient, type Person } from '../support/people/factories';
import { letProofGrowOld } from '../support/people/proof';
import { createApprovedReport } from '../support/reports/report-factories';
import { chain } from '../support/chain/test-chain';
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
import { addViewer, beginAnchoring, changeViewers, expectAnchored } from './support/patient-steps';
import { browserOf } from './support/people';
import { sentencePattern } from '../support/messages/sentence-pattern';

const ADMIN = t('registry.demoAccounts.administrator');
const TRANSACTION = 'transaction';
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
  await page.getByRole('link', { name: t('app.patientWallet.iLostMyWallet') }).click();
  await expect(
    page.getByRole('heading', { name: t('app.patientWallet.iLostMyWallet') }),
  ).toBeVisible();
  await expectAccessibleEverywhere(page);
  await setWallet(page, { account: PAYER.foundWallet });
  await page
    .getByRole('button', { name: sentencePattern('registry.walletBinding.connectToMyAccount') })
    .click();
  await confirmInWallet(page, 'sign');
  const mailCode = page.getByRole('button', {
    name: t('registry.recoveryConfirmation.mailMeACode'),
  });
  await expect(mailCode).toBeVisible();
  await letProofGrowOld(patient);
  await mailCode.click();
  const dialog = page.getByRole('dialog', { name: t('accounts.proofDialog.title') });
  await dialog.getByLabel(t('accounts.proofDialog.password')).fill('not-my-password');
  await dialog.getByRole('button', { name: t('accounts.proofDialog.goOn') }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    t('accounts.confirmPassword.wrongPassword'),
  );
  await expectAccessible(page);
  await dialog.getByLabel(t('accounts.proofDialog.password')).fill(patient.password);
  await dialog.getByRole('button', { name: t('accounts.proofDialog.goOn') }).click();
  const code = codeIn(
    await waitForMail(patient.actor.email, t('registry.recoveryCodeMail.subject')),
  );
  await page.getByLabel(t('components.codeInput.label')).fill(code);
  const ask = page.getByRole('button', {
    name: sentencePattern('registry.recoveryConfirmation.send'),
  });
  await ask.click();
  await expect(page.getByText(t('registry.recoveryLooks.states.REQUESTED'))).toBeVisible();
}

test('a wallet that was reported lost stops its recovery, also when its owner never asked', async ({
  browser,
}) => {
  const { page, patient } = await patientWithReport(browser, PAYER.stoppedWallet);
  const lost = demoAccount(PAYER.stoppedWallet);
  const { to, data } = encodeProposeRecovery(lost.address, demoAccount('Account 1').address);
  await demoSigner(demoAccount(ADMIN).index, chain()).sendTransaction({ to, data });
  const mail = await waitForMail(patient.actor.email, t('registry.recoveryNews.proposed.subject'));
  expect(mail.text).toMatch(sentencePattern('registry.recoveryNews.proposed.howToStop.unasked'));

  await page.goto('/patient');
  const banner = page.getByRole('region', {
    name: t('registry.vetoBanner.anotherWalletIsAboutToTake'),
  });
  await expect(banner).toContainText(t('registry.vetoBanner.notAsked'));
  await expectAccessibleEverywhere(page);
  await banner.getByRole('link', { name: t('registry.vetoBanner.stopThisRecovery') }).click();
  const card = page.getByRole('region', {
    name: t('registry.ownRecoveryCard.recoveryOfALostWallet'),
  });
  await expect(card).toContainText(/6 days 23 hours left/);
  await card.getByRole('button', { name: t('registry.vetoBanner.stopThisRecovery') }).click();
  await expect(card.getByRole('group', { name: t('registry.costNow.costNow') })).toContainText(
    'ETH',
  );
  await expectAccessibleEverywhere(page);
  await card.getByRole('button', { name: t('registry.ownRecoverySteps.veto.verb') }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(
    card.getByText(t('registry.recoveryLooks.states.VETOED'), { exact: true }),
  ).toBeVisible(SETTLED);
  await expect(banner).toBeHidden();
  await waitForMail(patient.actor.email, t('registry.recoveryNews.vetoed.subject'));
});

test('an administrator declines, with a reason that the patient reads', async ({ browser }) => {
  const { page, patient } = await patientWithReport(browser, PAYER.lostWallet);
  await reportLost(page, patient);
  const admin = await adminOn(browser, '/admin/recoveries');
  await admin
    .getByRole('button', {
      name: t('registry.decideRecovery.declineForName', { name: patient.actor.displayName }),
    })
    .first()
    .click();
  await admin
    .getByLabel(t('registry.declineRecoveryDialog.reasonForThePatient'))
    .fill('Please call us first.');
  await expectAccessible(admin);
  await admin
    .getByRole('button', { name: t('registry.declineRecoveryDialog.decline'), exact: true })
    .click();
  await expect(
    admin.getByText(t('registry.recoveryLooks.states.DECLINED'), { exact: true }).first(),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByText('Please call us first.')).toBeVisible();
  await waitForMail(patient.actor.email, t('registry.recoveryNews.declined.subject'));
});

test('a lost wallet is followed by a new one: asked, proposed, a week, finished', async ({
  browser,
}) => {
  const { page, patient, reportId } = await patientWithReport(browser, PAYER.lostWallet);
  await reportLost(page, patient);

  const admin = await adminOn(browser, '/admin/recoveries');
  const propose = admin
    .getByRole('button', { name: sentencePattern('registry.decideRecovery.proposeForName') })
    .first();
  await expect(admin.getByText(patient.actor.email)).toBeVisible();
  await expectAccessibleEverywhere(admin);
  await propose.click();
  const step = admin.getByRole('region', {
    name: sentencePattern('registry.decideRecovery.proposeTitle'),
  });
  await expect(step.getByRole('group', { name: t('registry.costNow.costNow') })).toContainText(
    'ETH',
  );
  await step.getByLabel(t('registry.decideRecovery.iHaveMadeSure')).check();
  await expectAccessibleEverywhere(admin);
  await step.getByRole('button', { name: t('registry.decideRecovery.confirmProposal') }).click();
  await shareAccount(admin, ADMIN);
  await confirmInWallet(admin, TRANSACTION);
  await expect(
    admin.getByText(t('registry.recoveryCard.proposed'), { exact: true }).first(),
  ).toBeVisible(SETTLED);

  await waitForMail(patient.actor.email, t('registry.recoveryNews.proposed.subject'));
  await page.goto('/patient/wallet');
  const card = page
    .getByRole('region', { name: t('registry.ownRecoveryCard.recoveryOfALostWallet') })
    .first();
  await expect(card).toContainText(/6 days 23 hours left/);
  await expect(
    card.getByRole('button', { name: t('registry.ownRecoverySteps.execute.button') }),
  ).toBeHidden();
  await expectAccessibleEverywhere(page);

  await chain().send('evm_increaseTime', [WEEK_SECONDS]);
  await chain().send('evm_mine', []);
  await waitForMail(patient.actor.email, t('registry.recoveryNews.ready.asked.subject'));
  await page.reload();
  await expect(
    card.getByText(t('registry.recoveryLooks.canBeFinished'), { exact: true }),
  ).toBeVisible();
  await card.getByRole('button', { name: t('registry.ownRecoverySteps.execute.button') }).click();
  await expect(card.getByRole('group', { name: t('registry.costNow.costNow') })).toContainText(
    'ETH',
  );
  await expectAccessibleEverywhere(page);
  await card.getByRole('button', { name: t('registry.ownRecoverySteps.execute.verb') }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(
    card.getByText(t('registry.recoveryLooks.states.EXECUTED'), { exact: true }),
  ).toBeVisible(SETTLED);
  await waitForMail(patient.actor.email, t('registry.recoveryNews.executed.asked.subject'));

  // The new wallet now governs the report that the lost one anchored.
  await page.goto(`/patient/reports/${reportId}`);
  await page.getByRole('button', { name: t('sharing.viewersPanel.change') }).click();
  await addViewer(page, {
    email: 'after-recovery@clinic.example',
    until: t('sharing.viewersEditor.ends.month'),
  });
  await changeViewers(page);
  await confirmInWallet(page, TRANSACTION);
  await waitForMail(
    'after-recovery@clinic.example',
    sentencePattern('sharing.guestLinkMail.subject'),
  );
});
