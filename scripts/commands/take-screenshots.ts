import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { JsonRpcProvider } from 'ethers';
import type { ReportState } from '@/generated/prisma/enums';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { encodeProposeRecovery } from '@/registry/calls/encode-calls';
import { requestRecovery } from '@/registry/recovery/request-recovery';
import { requestRecoveryCode } from '@/registry/recovery/request-recovery-code';
import { demoAccount } from '../../test/e2e/support/demo-wallet-steps';
import startSystem from '../../test/e2e/support/start-system';
import { codeIn, linkIn, waitForMail } from '../../test/e2e/support/mailbox';
import { goToPrice } from '../../test/e2e/support/patient-steps';
import { browserOf } from '../../test/e2e/support/people';
import { bindDemoWallet } from '../demo/bind-demo-wallet';
import { demoSession } from '../demo/demo-session';
import { CHROMIUM_FLAGS, chromiumPath } from '../provision/chromium';
import { step } from '../provision/progress';
import { reportAndExit } from '../provision/report-and-exit';
import { seedDemo } from '../demo/seed-demo';
import { WIDGET_STATES } from '../screenshots/widget-states';
import { DEMO_GUEST, seedDemoReports } from '../demo/seed-demo-reports';
import { t } from '../../test/support/messages/english';
import { sentencePattern } from '../../test/support/messages/sentence-pattern';

/** Ignored by git. */
const FOLDER = '.data/screenshots';
const WIDTHS = { desktop: 1280, phone: 390 } as const;
const HEIGHT = 900;

/** Takes a picture of the whole page as it is, wide and narrow. */
async function shoot(page: Page, name: string): Promise<void> {
  for (const [device, width] of Object.entries(WIDTHS)) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.mantine-Skeleton-root')).toHaveCount(0);
    // A window as high as the page, so that what sticks to an edge does not hide the middle.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, HEIGHT) });
    await page.screenshot({ path: join(FOLDER, `${name}.${device}.png`), animations: 'disabled' });
  }
  await page.setViewportSize({ width: WIDTHS.desktop, height: HEIGHT });
}

async function visit(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await shoot(page, name);
}

/** The newest of the seeded reports in a state. */
async function reportIn(state: ReportState): Promise<string> {
  const found = await database().report.findFirstOrThrow({
    where: { state },
    orderBy: { createdAt: 'desc' },
  });
  return found.id;
}

async function shootPublicPages(browser: Browser): Promise<void> {
  const page = await browser.newPage({ baseURL: env().APP_URL });
  await visit(page, '/', 'home');
  await visit(page, '/login', 'login');
  await visit(page, '/register', 'register');
  await visit(page, '/forgot-password', 'forgot-password');
  await visit(page, `/reset-password#${'A'.repeat(43)}`, 'reset-password');
  await visit(page, `/confirm-email#${'A'.repeat(43)}`, 'confirm-email');
  await visit(page, '/verify', 'verify');
  await visit(page, '/api-docs', 'api-docs');
  await visit(page, '/guest', 'guest-without-link');
  await visit(page, '/nothing-here', 'not-found');
  await page.close();
}

async function shootAdmin(browser: Browser): Promise<void> {
  const { page } = await browserOf(browser, await demoSession('admin@medanchor.example'));
  await visit(page, '/admin', 'admin');
  await visit(page, '/admin/doctors', 'admin-doctors');
  await visit(page, '/admin/recoveries', 'admin-recoveries');
  await page.getByRole('button', { name: /^Propose for/ }).click();
  await page.getByRole('group', { name: t('registry.costNow.costNow') }).waitFor();
  await shoot(page, 'admin-recovery-propose');
  await visit(page, '/admin/issuers', 'admin-issuers');
  await page
    .getByRole('button', { name: sentencePattern('registry.issuerActions.markName') })
    .click();
  await page.getByLabel(t('registry.markForm.firstBlockWhoseReportsAreNot')).waitFor();
  await shoot(page, 'admin-issuer-compromised');
  await page.close();
}

async function shootDoctor(browser: Browser): Promise<void> {
  const { page } = await browserOf(browser, await demoSession('selin.aksoy@clinic.example'));
  await visit(page, '/doctor', 'doctor');
  await visit(page, '/doctor/reports/new', 'doctor-new-report');
  await page.getByRole('button', { name: /covid-19/i }).click();
  await page.getByLabel(t('templates.covid19.typeOfTest')).waitFor();
  await shoot(page, 'doctor-covid-19-form');
  await visit(page, `/doctor/reports/${await reportIn('DRAFT')}`, 'doctor-empty-draft');
  await visit(page, `/doctor/reports/${await filledDraft()}`, 'doctor-blood-pressure-form');
  await page.getByRole('button', { name: t('reports.draftActions.send') }).click();
  await page.getByRole('dialog').waitFor();
  await shoot(page, 'doctor-forward-dialog');
  await visit(page, `/doctor/reports/${await reportIn('APPROVED')}`, 'doctor-approved');
  await visit(page, `/doctor/reports/${await reportIn('ANCHORED')}`, 'doctor-anchored');
  await page.close();

  const { page: other } = await browserOf(
    browser,
    await demoSession('andreas.georgiou@clinic.example'),
  );
  await visit(other, `/doctor/reports/${await reportIn('REJECTED')}`, 'doctor-rejected');
  await other.close();
}

/** The seeded draft that has its patient; the other was just begun. */
async function filledDraft(): Promise<string> {
  const found = await database().report.findFirstOrThrow({
    where: { state: 'DRAFT', patientId: { not: null } },
  });
  return found.id;
}

/** The fee forecast in each of its states, on its own page and where a fee is about to be paid. */
async function shootForecast(browser: Browser): Promise<void> {
  const { page } = await browserOf(browser, await demoSession('ali.ahmed@mail.example'));
  const approved = await reportIn('APPROVED');
  for (const [name, { make, steps }] of Object.entries(WIDGET_STATES)) {
    await make();
    await page.goto('/patient/fees');
    await steps?.(page);
    await shoot(page, `forecast-${name}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    await shoot(page, `forecast-${name}-dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await WIDGET_STATES['wait']?.make();
  await page.goto(`/patient/seal?report=${approved}`);
  await goToPrice(page);
  await shoot(page, 'forecast-in-sealing');
  await page.getByRole('button', { name: t('forecast.feeForecast.showWeek') }).click();
  await shoot(page, 'forecast-in-sealing-whole');
  await page.close();
}

async function shootPatient(browser: Browser): Promise<void> {
  const { page } = await browserOf(browser, await demoSession('ali.ahmed@mail.example'));
  const [waiting, approved, anchored] = [
    await reportOfAli('FORWARDED'),
    await reportIn('APPROVED'),
    await reportIn('ANCHORED'),
  ];
  await visit(page, '/patient', 'patient');
  await visit(page, `/patient/reports/${waiting}`, 'patient-review');
  await page.getByRole('button', { name: t('reports.reviewPanel.reject') }).click();
  await shoot(page, 'patient-reject');
  await visit(page, `/patient/reports/${approved}`, 'patient-approved');
  await visit(page, `/patient/reports/${anchored}`, 'patient-anchored');
  await visit(page, `/patient/reports/${anchored}/access`, 'patient-access-log');
  await visit(page, '/patient/wallet', 'patient-wallet');
  await page.goto('/patient');
  const together = page.getByRole('region', { name: t('components.reportStates.APPROVED') });
  await together.getByRole('checkbox').nth(0).check();
  await together.getByRole('checkbox').nth(1).check();
  await shoot(page, 'patient-chosen');
  await together.getByRole('link', { name: 'Seal 2 at once' }).click();
  await shoot(page, 'patient-seal-viewers');
  await page.getByRole('button', { name: /^Next/ }).click();
  await shoot(page, 'patient-seal-what-stays');
  await page.getByRole('button', { name: t('sharing.sealingSteps.understood') }).click();
  await page.getByRole('group', { name: t('registry.costNow.costNow') }).waitFor();
  await shoot(page, 'patient-seal-price');
  await page.close();

  const { page: other } = await browserOf(browser, await demoSession('gulsah@mail.example'));
  await visit(other, '/patient/wallet', 'patient-wallet-unbound');
  await other.getByRole('button', { name: t('registry.walletBinding.connectWallet') }).click();
  await other.getByRole('dialog').waitFor();
  await shoot(other, 'demo-wallet-connect');
  await other.close();
}

/** A request that waits for an administrator, and a proposal that its patient did not ask for. */
async function shootRecoveries(browser: Browser): Promise<void> {
  const node = new JsonRpcProvider(env().CHAIN_RPC_URL, env().CHAIN_ID, { staticNetwork: true });
  const wallet = (label: string) => demoSigner(demoAccount(label).index, node);
  const eleni = await demoSession('eleni@mail.example');
  const [lost, next] = [wallet('Account 4'), wallet('Account 5')];
  await bindDemoWallet(eleni, lost);
  await bindDemoWallet(eleni, next);
  await requestRecoveryCode(eleni.actor);
  const { page: waiting } = await browserOf(browser, eleni);
  await waiting.goto('/patient/wallet/lost');
  await waiting.getByRole('radio').nth(1).check();
  await shoot(waiting, 'patient-wallet-lost');
  await requestRecovery(eleni.actor, {
    oldAddress: lost.address,
    code: codeIn(
      await waitForMail(eleni.actor.email, sentencePattern('sharing.guestCodeMail.subject')),
    ),
  });
  await visit(waiting, '/patient/wallet', 'patient-recovery-asked');
  await waiting.close();

  const ali = await demoSession('ali.ahmed@mail.example');
  const { to, data } = encodeProposeRecovery(wallet('Account 1').address, next.address);
  await wallet(t('registry.demoAccounts.administrator')).sendTransaction({ to, data });
  await waitForMail(ali.actor.email, t('registry.recoveryNews.proposed.subject'));
  node.destroy();
  const { page } = await browserOf(browser, ali);
  await visit(page, '/patient', 'patient-recovery-banner');
  await visit(page, '/patient/wallet', 'patient-recovery-proposed');
  await page.close();
}

async function reportOfAli(state: ReportState): Promise<string> {
  const found = await database().report.findFirstOrThrow({
    where: { state, patient: { email: 'ali.ahmed@mail.example' } },
  });
  return found.id;
}

async function shootGuest(browser: Browser): Promise<void> {
  const page = await browser.newPage({ baseURL: env().APP_URL });
  await page.goto(linkIn(await waitForMail(DEMO_GUEST, /./)));
  await shoot(page, 'guest-link');
  await page.getByRole('button', { name: t('sharing.codeEntry.send') }).click();
  await page.getByLabel(t('components.codeInput.label')).waitFor();
  await shoot(page, 'guest-code');
  await page
    .getByLabel(t('components.codeInput.label'))
    .fill(codeIn(await waitForMail(DEMO_GUEST, /code/i)));
  await page.getByRole('button', { name: t('sharing.codeEntry.open') }).click();
  await page
    .getByRole('button', { name: t('sharing.codeEntry.open') })
    .waitFor({ state: 'detached' });
  await shoot(page, 'guest-report');
  await page.close();
}

async function anchored(): Promise<void> {
  while ((await database().report.count({ where: { state: 'ANCHORED' } })) === 0) {
    await setTimeout(200);
  }
}

async function main(): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const stop = await step('The whole system, built and started', startSystem);
  try {
    await step('Demo people and reports', async () => {
      await seedDemo();
      await seedDemoReports();
      await anchored();
    });
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS],
    });
    await step('Public pages', () => shootPublicPages(browser));
    await step('Guest', () => shootGuest(browser));
    await step('Patient', () => shootPatient(browser));
    await step('Forecast', () => shootForecast(browser));
    await step('Doctor', () => shootDoctor(browser));
    await step('Lost wallets', () => shootRecoveries(browser));
    await step('Administrator', () => shootAdmin(browser));
    await browser.close();
    console.log(`\nLook at them in ${FOLDER}.`);
  } finally {
    await database().$disconnect();
    await stop();
  }
}

await main().catch(reportAndExit);
process.exit(0);
