import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { generateX25519Identity } from 'age-encryption';
import { env } from '@/platform/env';
import { t } from '../support/messages/english';
import { readPdf } from '../support/reports/read-pdf';
import { reportRow } from '../support/reports/report-factories';
import { alertIn } from './support/alert-in';
import { browserOf, PHONE } from './support/people';
import { shareReport } from './support/shared-report';
import { addSigningWallet, SIGNING_WALLET, signAsWallet } from './support/signing-wallet';

/** Makes a key on paper in the browser. @returns what the sheet has */
async function makeSheet(page: Page): Promise<string> {
  await page.getByRole('button', { name: t('reports.recoveryKit.paper.make') }).click();
  const groups = await page.getByTestId('paper-key').innerText();
  await page.emulateMedia({ media: 'print' });
  const { pages } = await readPdf(await page.pdf({ format: 'A4' }));
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain(groups.split(/\s+/).at(-2));
  expect(pages[0]).not.toContain(t('reports.recoveryKit.wallet.title'));
  await page.emulateMedia({ media: 'screen' });
  const end = page.getByLabel(t('reports.recoveryKit.paper.end'));
  const keep = page.getByRole('button', { name: t('reports.recoveryKit.paper.keep') });
  await end.fill('QQQQQQ');
  await keep.click();
  await expect(page.getByText(t('reports.recoveryKit.paper.endWrong'))).toBeVisible();
  await end.fill(groups.replaceAll(/\s/g, '').slice(-6).toLowerCase());
  await keep.click();
  await expect(page.getByText(t('reports.recoveryKit.paper.kept'))).toBeVisible();
  return groups;
}

async function makeWalletKey(page: Page): Promise<void> {
  await page.getByRole('radio', { name: SIGNING_WALLET }).check();
  await page.getByRole('button', { name: t('reports.recoveryKit.wallet.make') }).click();
}

/** Opens a kit on the saved page, and downloads its one report. @returns its SHA-256 as hex */
async function downloadOnly(page: Page): Promise<string> {
  await page.getByRole('button', { name: t('reports.recoverPage.open') }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: t('reports.recoverPage.download') }).click();
  const pdf = await readFile(await (await downloading).path());
  await expect(page.getByText(t('reports.recoverPage.matches'))).toBeVisible();
  return createHash('sha256').update(pdf).digest('hex');
}

test('a patient makes a key on paper and one of the wallet; each opens the report on a saved page', async ({
  browser,
}, info) => {
  const { patient, wallet, reportId } = await shareReport([]);
  const own = { address: wallet.address, chainId: env().CHAIN_ID };
  const { context, page } = await browserOf(browser, patient, PHONE);
  await addSigningWallet(context, own, (json) => signAsWallet(wallet, json));
  await page.goto('/patient/recovery-kit');
  const sheet = await makeSheet(page);
  await makeWalletKey(page);
  await expect(page.getByText(t('reports.recoveryKit.wallet.made'))).toBeVisible();
  await expect(
    page.getByText(t('reports.recoveryKit.progress', { all: 1, kept: 1 })),
  ).toBeVisible();
  const file = info.outputPath('recover.html');
  await writeFile(file, await (await page.request.get('/recover.html')).body());
  await context.close();

  const alone = await browser.newContext();
  await addSigningWallet(alone, own, (json) => signAsWallet(wallet, json));
  const saved = await alone.newPage();
  await saved.goto(`file://${file}`);
  const open = saved.getByRole('button', { name: t('reports.recoverPage.open') });
  const key = saved.getByLabel(t('reports.recoverPage.paperKey'));
  await key.fill(sheet.slice(0, -9));
  await open.click();
  await expect(saved.getByText(t('reports.recoverPage.torn'))).toBeVisible();
  await key.fill(await generateX25519Identity());
  await open.click();
  await expect(saved.getByText(t('reports.recoverPage.wrongKit'))).toBeVisible();
  await key.fill(sheet);
  const contentHash = Buffer.from((await reportRow(reportId)).contentHash ?? []).toString('hex');
  expect(await downloadOnly(saved)).toBe(contentHash);
  await expect(saved.getByText(t('reports.recoverPage.missing', { count: 0 }))).toBeVisible();
  await saved.getByRole('radio', { name: t('reports.recoverPage.wallet') }).check();
  expect(await downloadOnly(saved)).toBe(contentHash);
  // Its second policy holds: the page cannot reach another address than the two that were entered.
  const elsewhere = await saved.evaluate(
    (address) => fetch(address).then(String, String),
    env().APP_URL,
  );
  expect(elsewhere).toContain('Failed to fetch');
  await alone.close();
});

test('a wallet that signs differently each time, or as a contract, is refused, and paper is left', async ({
  browser,
}) => {
  const { patient, wallet } = await shareReport([]);
  const { context, page } = await browserOf(browser, patient);
  const own = { address: wallet.address, chainId: env().CHAIN_ID };
  let bytes = 0;
  await addSigningWallet(context, own, () =>
    Promise.resolve(`0x${randomBytes(bytes).toString('hex')}1b`),
  );
  const wallets = [
    { signatureBytes: 64, refusal: t('reports.recoveryKit.wallet.differs') },
    { signatureBytes: 200, refusal: t('reports.recoveryKit.wallet.contract') },
  ];
  for (const { signatureBytes, refusal } of wallets) {
    bytes = signatureBytes;
    await page.goto('/patient/recovery-kit');
    await makeWalletKey(page);
    await expect(page.getByText(refusal)).toBeVisible();
    await expect(alertIn(page)).toHaveCount(1);
    await expect(
      page.getByRole('button', { name: t('reports.recoveryKit.wallet.make') }),
    ).toHaveCount(0);
    await expect(
      page.getByRole('button', { name: t('reports.recoveryKit.paper.make') }),
    ).toBeEnabled();
  }
  await context.close();
});
