import { readFile, writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { trailReceiptSchema } from '@/audit/days/receipt-schema';
import { sealTrailDay } from '@/audit/days/seal-trail-day';
import { database } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { DAY_MS, HOUR_MS, SECOND_MS } from '@/platform/time/durations';
import { chain, mine } from '../support/chain/test-chain';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient } from '../support/people/factories';
import { createForwardedReport } from '../support/reports/report-factories';
import { expectAccessible } from './support/expect-accessible';
import { browserOf, PHONE } from './support/people';

/** Lets midnight pass: by the chain's clock, and for the seal. The worker anchors the day by itself. */
async function letTheDayEnd(): Promise<void> {
  const tomorrow = new Date((await databaseNow()).getTime() + DAY_MS + HOUR_MS);
  await chain().send('evm_increaseTime', [(DAY_MS + HOUR_MS) / SECOND_MS]);
  await mine();
  while (await sealTrailDay(tomorrow));
  await expect
    .poll(async () => {
      await mine();
      return database().trailDay.count({ where: { state: { not: 'ANCHORED' } } });
    })
    .toBe(0);
}

/** The page kept as a file, and opened where none of our servers is. */
async function openSaved(page: Page, file: string, html: Buffer): Promise<void> {
  await writeFile(file, html);
  await page.goto(`file://${file}`);
  await page.getByLabel(t('sharing.receiptPage.rpc')).fill(env().CHAIN_RPC_URL ?? '');
}

async function checkText(page: Page, text: string): Promise<void> {
  await page.getByLabel(t('sharing.receiptPage.pasted')).fill(text);
  await page.getByRole('button', { name: t('sharing.receiptPage.check') }).click();
}

test('a patient downloads the receipt for a sealed entry, and a saved page checks it with the chain alone', async ({
  browser,
}, info) => {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createForwardedReport({ doctor, patient });
  const { context, page } = await browserOf(browser, patient, PHONE);
  const path = `/patient/reports/${reportId}/access`;
  await page.goto(path);
  await expect(page.getByRole('link', { name: t('sharing.accessLog.receipt') })).toHaveCount(0);
  await letTheDayEnd();
  await page.goto(path);
  await expectAccessible(page);
  const links = page.getByRole('link', { name: t('sharing.accessLog.receipt'), exact: true });
  const downloading = page.waitForEvent('download');
  await links.last().click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  const receipt = trailReceiptSchema.parse(JSON.parse(text));
  expect(JSON.parse(receipt.leaf)).toMatchObject({ action: 'report.forwarded', reportId });
  // Served, it runs under its own policy.
  const response = await page.goto('/trail-receipt.html');
  await expect(page.getByRole('heading', { name: t('sharing.receiptPage.title') })).toBeVisible();
  const html = (await response?.body()) ?? Buffer.alloc(0);
  await context.close();

  const alone = await browser.newContext();
  const saved = await alone.newPage();
  await openSaved(saved, info.outputPath('trail-receipt.html'), html);
  await saved.getByLabel(t('sharing.receiptPage.file')).setInputFiles({
    name: 'receipt.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await saved.getByRole('button', { name: t('sharing.receiptPage.check') }).click();
  await expect(saved.getByText(t('sharing.receiptPage.genuine'))).toBeVisible();
  await expect(saved.getByText('report.forwarded')).toBeVisible();
  await expectAccessible(saved);

  const altered = { ...receipt, leaf: receipt.leaf.replace('report.forwarded', 'report.opened') };
  await checkText(saved, JSON.stringify(altered));
  await expect(saved.getByText(t('sharing.receiptPage.altered'))).toBeVisible();
  await checkText(saved, '{}');
  await expect(saved.getByText(t('sharing.receiptPage.unreadable'))).toBeVisible();
  await alone.close();
});

test('an administrator takes the receipt for any sealed event, others do not', async ({
  browser,
}) => {
  const admin = await browserOf(browser, await createAdmin());
  await admin.page.goto('/admin');
  const { shard, sequence } = await database().trailDayShard.findFirstOrThrow({
    where: { sequence: { gt: 0n } },
    orderBy: { day: 'asc' },
  });
  const label = admin.page.getByLabel(t('audit.receiptForm.label'));
  await label.fill('not a place');
  const download = admin.page.getByRole('link', { name: t('audit.receiptForm.download') });
  await expect(download).toHaveCount(0);
  await label.fill(`${shard}-${sequence}`);
  const downloading = admin.page.waitForEvent('download');
  await download.click();
  const text = await readFile(await (await downloading).path(), 'utf8');
  expect(trailReceiptSchema.parse(JSON.parse(text)).size).toBeGreaterThan(0);
  const path = `/api/admin/events/${shard}-${sequence}/receipt`;
  await admin.context.close();

  const doctor = await browserOf(browser, await createDoctor());
  expect((await doctor.page.request.get(path)).status()).toBe(403);
  await doctor.context.close();
});
