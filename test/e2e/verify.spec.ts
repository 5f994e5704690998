import { writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openReportDocument } from '@/reports/content/open-report-document';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { t } from '../support/messages/english';
import { createDoctor, createPatient } from '../support/people/factories';
import { stateOf } from '../support/chain/patient-on-chain';
import { END_REASON, createApprovedReport, reportRow } from '../support/reports/report-factories';
import { bindWallet, sendFrom } from '../support/chain/test-chain';
import { alertIn } from './support/alert-in';
import { expectAccessible } from './support/expect-accessible';
import { browserOf } from './support/people';
import { scrollToPdf } from './support/patient-steps';

/** A report of which the browser may choose the file, anchored on the chain or not. */
async function makeReport(options: { anchored: boolean }) {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const reportId = await createApprovedReport({ doctor, patient });
  const { pdf } = await openReportDocument(patient.actor, reportId);
  if (options.anchored) {
    const wallet = await bindWallet(patient);
    const { request } = await prepareAnchoring(patient.actor, reportId, []);
    await sendFrom(wallet, request);
    await expect.poll(() => stateOf(reportId), { timeout: 30_000 }).toBe('ANCHORED');
  }
  return { doctor, patient, reportId, pdf: Buffer.from(pdf) };
}

async function choose(page: Page, buffer: Buffer, name = 'report.pdf'): Promise<void> {
  const mimeType = 'application/pdf';
  await page.getByLabel(t('reports.verifyPanel.file')).setInputFiles({ name, mimeType, buffer });
}

async function expectVerdict(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: title })).toBeVisible();
  await expectAccessible(page);
}

test('anyone can check whether a file is the anchored one, without sending it', async ({
  page,
}) => {
  const { pdf, reportId, doctor } = await makeReport({ anchored: true });
  const sent: { method: string; body: Buffer | null; url: string }[] = [];
  page.on('request', (request) => {
    sent.push({ method: request.method(), body: request.postDataBuffer(), url: request.url() });
  });
  await page.goto('/verify');

  await choose(page, pdf);
  await expectVerdict(page, t('reports.outcomes.authentic.title'));
  await choose(page, Buffer.concat([pdf, Buffer.from('\n')]));
  await expectVerdict(page, t('reports.outcomes.altered.title'));

  await requestRetraction(doctor.actor, reportId, { ...END_REASON, replacementId: null });
  await expect.poll(() => stateOf(reportId), { timeout: 30_000 }).toBe('RETRACTED');
  await choose(page, pdf);
  await expectVerdict(page, t('reports.outcomes.retracted.title'));

  expect(sent.filter(({ method, body }) => method !== 'GET' || body !== null)).toEqual([]);
  for (const { url } of sent.filter(({ url }) => url.includes('/api/'))) {
    expect(new URL(url).pathname).toMatch(/^\/api\/verify\/0x[0-9a-f]{64}$/);
    expect(new URL(url).search).toMatch(/^\?code=[0-9A-Z]{16}$/);
  }
});

test('nothing is revealed about a report that is not anchored', async ({ page }) => {
  const { pdf } = await makeReport({ anchored: false });
  await page.goto('/verify');
  await choose(page, pdf);
  await expectVerdict(page, t('reports.outcomes.unknown.title'));
});

test('a file that cannot be a report is not looked up', async ({ page }, testInfo) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/verify');
  await choose(page, Buffer.from('Dear doctor'), 'letter.txt');
  await expect(alertIn(page)).toContainText(t('reports.notExamined.not-a-pdf'));
  // From the disk: sending so many bytes to a browser takes long.
  const large = testInfo.outputPath('large.pdf');
  writeFileSync(large, Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(26 * 2 ** 20)]));
  await page.getByLabel(t('reports.verifyPanel.file')).setInputFiles(large);
  await expect(alertIn(page)).toContainText(t('reports.notExamined.too-large'));
  expect(asked.filter((path) => path.startsWith('/api/verify'))).toEqual([]);
});

test('a check that cannot be made shows an error and can be tried again', async ({ page }) => {
  await page.goto('/verify');
  await page.route('**/api/verify/**', (route) => route.abort());
  await choose(page, Buffer.from('%PDF-1.7 something else'));
  await expect(alertIn(page)).toContainText(t('platform.callApi.offline'));
  await page.unroute('**/api/verify/**');
  await page.getByRole('button', { name: t('components.errorNotice.tryAgain') }).click();
  await expectVerdict(page, t('reports.outcomes.unknown.title'));
});

test('the QR code on a report leads here with its code, which no server sees', async ({
  page,
  browser,
}) => {
  const { patient, reportId } = await makeReport({ anchored: false });
  const { page: reader, context } = await browserOf(browser, patient);
  await reader.goto(`/patient/reports/${reportId}`);
  await scrollToPdf(reader);
  // The code's picture on the PDF is also a link to the same address.
  const link = reader.getByRole('link', { name: /^Open http/ });
  const address = (await link.getAttribute('href')) ?? '';
  await context.close();
  const { code } = await reportRow(reportId);
  expect(address).toBe(`${process.env['APP_URL'] ?? ''}/verify#code=${code}`);

  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await expect(
    page.getByText(t('reports.verifyPanel.reportCode', { fragmentCode: code })),
  ).toBeVisible();
  expect(asked.some((url) => url.includes(code))).toBe(false);
  await page.goto(`/verify#code=${code.slice(0, 12)}`);
  await expect(page.getByText(t('reports.verifyPanel.damagedCodeTitle'))).toBeVisible();
  await expect(
    page.getByText(t('reports.verifyPanel.reportCode', { fragmentCode: code })),
  ).toBeHidden();
});
