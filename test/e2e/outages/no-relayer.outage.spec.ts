import { expect, test, type Page } from '@playwright/test';
import { env } from '@/platform/env';
import type { Environment } from '../../../scripts/provision/environment-file';
import { startWeb } from '../../../scripts/provision/application';
import { freePorts } from '../../../scripts/provision/ports';
import { claimScratchFolder } from '../../../scripts/provision/scratch-folder';
import type { KillableService } from '../../../scripts/provision/services/service-process';
import { t } from '../../support/messages/english';
import { createDoctor, createPatient } from '../../support/people/factories';
import { createApprovedReport } from '../../support/reports/report-factories';
import {
  bindDemoAccount,
  confirmInWallet,
  PAYER,
  shareAccount,
} from '../support/demo-wallet-steps';
import { addViewer, expectAnchored, goToPrice, openSealing } from '../support/patient-steps';
import { browserOf, PHONE } from '../support/people';

/** A second application beside the first, for an installation that has no account to pay for patients. */
let web: KillableService;
let baseURL: string;

test.beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  const url = new URL(env().APP_URL);
  url.port = String(port);
  baseURL = url.origin;
  web = await startWeb({
    data: await claimScratchFolder('test-no-relayer'),
    kind: 'test',
    port,
    environment: {
      ...ownEnvironment(),
      ...{ APP_URL: baseURL, PORT: String(port), RELAYER_PRIVATE_KEY: '' },
    },
  });
});

test.afterAll(() => web.stop());

/** What the system of this run is configured with. */
function ownEnvironment(): Environment {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** No page speaks of a clinic that pays, sends or waits. */
async function expectNoPayer(page: Page): Promise<void> {
  await expect(page.locator('main')).not.toContainText(
    /clinic (pays|sends|waits|cannot pay|does not pay)/i,
  );
  await expect(page.getByRole('radio', { name: /clinic/i })).toHaveCount(0);
}

test('where no clinic pays, patients pay by their own wallet and read of nothing else', async ({
  browser,
}) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  await bindDemoAccount(patient, PAYER.noRelayer);
  const reportId = await createApprovedReport({ doctor, patient });
  const { page, context } = await browserOf(browser, patient, { ...PHONE, baseURL });
  for (const address of ['/patient', '/patient/fees', '/patient/wallet']) {
    await page.goto(address);
    await expectNoPayer(page);
  }
  await page.goto(`/patient/reports/${reportId}`);
  await openSealing(page);
  await addViewer(page, { email: 'officer@border.example', until: '7 days' });
  await goToPrice(page);
  const cost = page.getByRole('group', { name: t('registry.costNow.costNow') });
  await expect(cost).toContainText(/\d ETH/);
  await expect(page.getByRole('radiogroup', { name: t('sharing.payerChoice.label') })).toHaveCount(
    0,
  );
  await expectNoPayer(page);
  await page.getByRole('button', { name: /^Seal .*now$/ }).click();
  await shareAccount(page, PAYER.noRelayer);
  await confirmInWallet(page, 'transaction');
  await expectAnchored(page);
  await expectNoPayer(page);
  await context.close();
});
