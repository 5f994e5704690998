import { expect, test } from '@playwright/test';
import { Wallet } from 'ethers';
import { env } from '@/platform/env';
import { t } from '../support/messages/english';
import { createAdmin } from '../support/people/factories';
import { confirmInWallet, setWallet, shareAccount } from './support/demo-wallet-steps';
import { expectAccessible } from './support/expect-accessible';
import { browserOf } from './support/people';

const ADMIN = t('registry.demoAccounts.administrator');
const TRANSACTION = 'transaction';
const SETTLED = { timeout: 30_000 };

test('an administrator appoints an issuer and marks its key as compromised', async ({
  browser,
}) => {
  const { page } = await browserOf(browser, await createAdmin());
  const issuer = Wallet.createRandom().address;
  const name = `${issuer.slice(0, 6)}…${issuer.slice(-4)}`;
  await page.goto('/admin/issuers');
  const ours = page
    .getByRole('listitem')
    .filter({ hasText: t('registry.issuerCard.thisServerSignsWithIt') });
  await expect(ours).toContainText(new Wallet(env().ISSUER_PRIVATE_KEY).address);
  await expect(page.getByText(t('registry.administrationCard.noTransfer'))).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });

  const appoint = page.getByRole('region', { name: t('registry.appointIssuer.appointAnIssuer') });
  await appoint.getByLabel(t('registry.appointIssuer.theIssuersAddress')).fill('0x12');
  await appoint.getByRole('button', { name: t('registry.appointIssuer.lookAtTheCost') }).click();
  await expect(appoint.getByText(t('registry.appointIssuer.notAnAddress'))).toBeVisible();
  await appoint.getByLabel(t('registry.appointIssuer.theIssuersAddress')).fill(issuer);
  await appoint.getByRole('button', { name: t('registry.appointIssuer.lookAtTheCost') }).click();
  await expect(appoint.getByRole('group', { name: t('registry.costNow.costNow') })).toContainText(
    'ETH',
  );
  await expectAccessible(page);
  await appoint.getByRole('button', { name: t('registry.appointIssuer.confirm') }).click();
  await shareAccount(page, ADMIN);
  await confirmInWallet(page, TRANSACTION);
  const card = page.getByRole('listitem').filter({ hasText: issuer });
  await expect(card.getByText(t('registry.issuerCard.status.active'))).toBeVisible(SETTLED);

  await card.getByRole('button', { name: t('registry.issuerActions.markName', { name }) }).click();
  const step = page.getByRole('region', { name: t('registry.issuerActions.markTitle', { name }) });
  await expect(
    step.getByText(t('registry.markForm.reportsBecomeInvalid', { reached: 0 })),
  ).toBeVisible();
  await step.getByLabel(t('registry.markForm.firstBlockWhoseReportsAreNot')).fill('0');
  await step.getByLabel(t('registry.markForm.iUnderstand')).check();
  await expectAccessible(page);
  // A wallet without the right gets the refusal before it signs.
  await setWallet(page, { account: 'Account 5' });
  await expect(
    step.getByText(t('registry.walletReadiness.anotherAccountIsSelected')),
  ).toBeVisible();
  await setWallet(page, { account: ADMIN });
  await step.getByRole('button', { name: t('registry.markForm.confirm') }).click();
  await confirmInWallet(page, TRANSACTION);
  await expect(
    card.getByText(t('registry.issuerCard.status.compromised'), { exact: true }),
  ).toBeVisible(SETTLED);
  await expect(card).toContainText(t('registry.issuerCard.noneTrusted'));
});
