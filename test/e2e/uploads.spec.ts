import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { database } from '@/platform/database/database';
import { MAX_FILE_BYTES } from '@/records/uploads/upload-limits';
import { t } from '../support/messages/english';
import { createAdmin, createDoctor, createPatient } from '../support/people/factories';
import { jpegFile, MARK, pdfFile } from '../support/records/made-files';
import { browserOf, PHONE } from './support/people';

test('a patient adds two files at once, an administrator decides, the patient reads', async ({
  browser,
}) => {
  const [patient, admin] = [await createPatient(), await createAdmin()];
  const { context, page } = await browserOf(browser, patient, PHONE);
  await page.goto('/patient/uploads');
  await expect(page.getByText(t('records.ownUploads.none'))).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: t('records.uploadForm.choose') }).click();
  await (
    await chooser
  ).setFiles([
    { name: 'hand.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(await jpegFile()) },
    { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdfFile()) },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Not accepted') },
    { name: 'film.png', mimeType: 'image/png', buffer: Buffer.alloc(MAX_FILE_BYTES + 1) },
  ]);
  await expect(page.getByText(t('records.uploadForm.wrongKind'))).toBeVisible();
  await expect(page.getByText(t('records.uploadForm.tooLarge'))).toBeVisible();
  const letter = page.getByRole('group', { name: /^letter\.pdf/ });
  await letter.getByLabel(t('records.uploadForm.title')).fill('Letter from the hospital');
  await letter.getByLabel(t('records.uploadForm.note')).fill('Shown to Dr. Georgiou.');
  await page.getByLabel(t('records.uploadForm.mayLook')).check();
  await page.getByRole('button', { name: t('records.uploadForm.send', { files: 2 }) }).click();
  // Two of the four were sent; the others stay with their reasons.
  await expect(page.getByRole('group')).toHaveCount(2);
  const waits = page.getByText(t('records.ownUploads.states.CHECKED'));
  await expect(waits).toHaveCount(2, { timeout: 60_000 });
  await expect(page.getByText('Shown to Dr. Georgiou.')).toBeVisible();

  const clinic = await browserOf(browser, admin);
  await clinic.page.goto('/admin/uploads');
  const { number } = await database().patientProfile.findUniqueOrThrow({
    where: { accountId: patient.actor.accountId },
  });
  const nameOf = (kind: string) =>
    t('records.waitingUploads.name', { kind, number: String(number) });
  const ofLetter = t('records.waitingUploads.approveName', { name: nameOf('PDF') });
  await expect(clinic.page.getByText('Letter from the hospital')).toHaveCount(0);
  await expect(
    clinic.page.getByRole('link', {
      name: t('records.waitingUploads.lookName', { name: nameOf('JPEG') }),
    }),
  ).toBeVisible();
  await clinic.page.getByRole('button', { name: ofLetter }).click();
  await expect(clinic.page.getByText(t('records.waitingUploads.done.approve'))).toBeVisible();
  const ofPhoto = t('records.waitingUploads.rejectName', { name: nameOf('JPEG') });
  await clinic.page.getByRole('button', { name: ofPhoto }).click();
  const dialog = clinic.page.getByRole('dialog');
  await dialog.getByLabel(t('records.waitingUploads.reason')).fill('Too dark to be of use.');
  await dialog.getByRole('button', { name: t('records.waitingUploads.reject') }).click();
  await expect(clinic.page.getByText(t('records.waitingUploads.done.reject'))).toBeVisible();

  await page.reload();
  await expect(page.getByText(/Too dark to be of use\./)).toBeVisible();
  const saved = page.waitForEvent('download');
  const title = 'Letter from the hospital';
  await page.getByRole('link', { name: t('records.ownUploads.downloadName', { title }) }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).not.toContain(MARK);
  const link = page.getByRole('link', { name: t('records.ownUploads.openName', { title }) });
  const path = (await link.getAttribute('href')) ?? '';

  // Nobody else opens it.
  for (const [person, status] of [
    [await createPatient(), 404],
    [await createDoctor(), 403],
    [admin, 403],
  ] as const) {
    const other = await browserOf(browser, person);
    expect((await other.page.request.get(path)).status()).toBe(status);
    await other.context.close();
  }
  const guest = await browser.newContext({ baseURL: new URL(page.url()).origin });
  expect((await guest.request.get(path)).status()).toBe(401);
  await guest.close();

  await page.getByRole('button', { name: t('records.ownUploads.removeName', { title }) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('records.ownUploads.remove') })
    .click();
  await expect(page.getByText(title, { exact: true })).toHaveCount(0);
  expect((await page.request.get(path)).status()).toBe(404);
  await Promise.all([context.close(), clinic.context.close()]);
});
