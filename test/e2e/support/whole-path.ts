import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { createDoctor, createPatient } from '../../support/people/factories';
import { bindWallet, confirmInWallet } from './demo-wallet-steps';
import { forwardDraft, pickPatient } from './doctor-steps';
import { expectAccessible } from './expect-accessible';
import { expectAnswers, openSharedLink, proveMailbox } from './guest-steps';
import {
  addViewer,
  approve,
  expectAnchored,
  goToPrice,
  openFromMail,
  openSealingFromList,
  reportOn,
  scrollToPdf,
  sealNow,
} from './patient-steps';
import { browserOf } from './people';
import { t } from '../../support/messages/english';

interface WholePath {
  /** A patient's name that is unique. */
  patientName: string;
  /** An account of the demo wallet that no other file pays with. */
  payer: string;
  guest: string;
  /** Opens the form of the template. */
  begin: (page: Page) => Promise<void>;
  /** Fills it in, but for the patient. */
  fill: (page: Page) => Promise<void>;
  /** What the report shows to everyone who reads it. */
  expectContent: (report: Locator) => Promise<void>;
  /** A text of its PDF. */
  printed: string;
}

/** Walks a kind of report from the doctor's form over patient, preview and wallet to a guest's screen. */
export async function walkWholePath(browser: Browser, path: WholePath): Promise<void> {
  const doctor = await createDoctor({ name: 'Dr. Andreas Georgiou' });
  const patient = await createPatient({ name: path.patientName });
  const { page: doctorPage } = await browserOf(browser, doctor);
  const { page: patientPage } = await browserOf(browser, patient);

  await test.step('the doctor writes, previews and sends', async () => {
    await path.begin(doctorPage);
    await pickPatient(doctorPage, patient);
    await path.fill(doctorPage);
    await expectAccessible(doctorPage);
    await doctorPage.getByRole('button', { name: t('reports.draftActions.preview') }).click();
    const preview = doctorPage.getByRole('dialog', { name: t('reports.previewDialog.title') });
    await expect(preview).toContainText(path.printed);
    await preview.getByRole('button', { name: t('components.theme.close') }).click();
    await forwardDraft(doctorPage);
    await path.expectContent(reportOn(doctorPage));
  });

  await test.step('the patient reads, approves and seals', async () => {
    await openFromMail(patientPage, patient.actor.email);
    await path.expectContent(reportOn(patientPage));
    await expectAccessible(patientPage);
    await approve(patientPage);
    await bindWallet(patientPage, path.payer);
    await openSealingFromList(patientPage);
    await addViewer(patientPage, {
      email: path.guest,
      until: t('sharing.viewersEditor.ends.week'),
    });
    await goToPrice(patientPage);
    await sealNow(patientPage);
    await confirmInWallet(patientPage, 'transaction');
    await expectAnchored(patientPage);
  });

  const guestPage = await openSharedLink(browser, path.guest);
  await test.step('the guest proves the mailbox and reads', async () => {
    await proveMailbox(guestPage, path.guest);
    await expectAnswers(guestPage, doctor.actor.displayName);
    await path.expectContent(reportOn(guestPage));
    await expect(await scrollToPdf(guestPage)).toContainText(path.printed);
    await expectAccessible(guestPage);
  });
}
