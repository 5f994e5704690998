import { vi } from 'vitest';
import type { Wallet } from 'ethers';
import { database } from '@/platform/database/database';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { redeemGuestCode } from '@/sharing/guest/redeem-guest-code';
import { requestGuestCode } from '@/sharing/guest/request-guest-code';
import type { Viewer } from '@/sharing/grants/viewers';
import { anchorReport } from '../chain/anchor-report';
import { createDoctor, createPatient, type Person } from '../people/factories';
import { deliverMailsTo, secretIn, type ReceivedMail } from '../people/mail';
import { confirm } from '../chain/patient-on-chain';
import { createApprovedReport } from './report-factories';
import { bindWallet, sendFrom } from '../chain/test-chain';

/** A real report on the chain, its people, and the secret of its guest's link. */
export interface SharedReport {
  doctor: Person;
  patient: Person;
  wallet: Wallet;
  reportId: string;
  email: string;
  token: string;
}

let guests = 0;

const IN_THE_INBOX = { timeout: 5_000, interval: 50 };

/** An address that no other guest of this process has. */
export function guestEmail(): string {
  guests += 1;
  return `guest-${process.pid}-${guests}@clinic.example`;
}

/** Anchors a report with a real PDF for one guest, who has got the link. */
export async function shareReport(
  given: { expiresAt?: string | null; email?: string } = {},
): Promise<SharedReport> {
  const { email = guestEmail(), expiresAt = null } = given;
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  await anchorReport(patient, wallet, reportId, [{ email, expiresAt }]);
  return { doctor, patient, wallet, reportId, email, token: await linkTo(email) };
}

/** Sends a new list of viewers from the patient's wallet; confirmed unless asked otherwise. */
export async function changeViewers(
  shared: SharedReport,
  viewers: readonly Viewer[],
  options: { unconfirmed?: boolean } = {},
): Promise<void> {
  const { patient, wallet, reportId } = shared;
  const { request } = await preparePermissionChange(patient.actor, reportId, viewers);
  await (await sendFrom(wallet, request)).wait();
  if (options.unconfirmed !== true) await confirm();
}

/** Delivers what is due; the secret of the newest link that an address has got. */
export async function linkTo(email: string): Promise<string> {
  // The mail server takes a mail before its inbox shows it.
  return vi.waitFor(async () => {
    const mails = await deliverMailsTo(email);
    return secretIn(mails.findLast(({ text }) => text.includes('/guest#')));
  }, IN_THE_INBOX);
}

/** Asks for a code as the guest's page does, and reads it from the mailbox. */
export async function codeFor({ email, token }: Pick<SharedReport, 'email' | 'token'>) {
  const before = (await deliverMailsTo(email)).length;
  await requestGuestCode(token);
  return vi.waitFor(
    async () => codeIn((await deliverMailsTo(email)).slice(before).at(-1)),
    IN_THE_INBOX,
  );
}

/** The code in a mail. */
export function codeIn(mail: ReceivedMail | undefined): string {
  const code = /^ {4}(\d{8})$/m.exec(mail?.text ?? '')?.[1];
  if (code === undefined) throw new Error('The mail has no code');
  return code;
}

/** A right code's session; the secret that its cookie carries. */
export async function openSessionFor(shared: SharedReport): Promise<string> {
  return (await redeemGuestCode(shared.token, await codeFor(shared))).token;
}

/** As if a minute had passed since the last code was asked for. */
export async function letCodePausePass({ reportId }: SharedReport): Promise<void> {
  await database().grant.updateMany({
    where: { reportId },
    data: { codeRequestedAt: new Date(Date.now() - 120_000) },
  });
}

/** The one grant of a report with one viewer. */
export function grantOf({ reportId }: Pick<SharedReport, 'reportId'>) {
  return database().grant.findFirstOrThrow({ where: { reportId } });
}

/** What the trail holds about the guests of a report, oldest first. */
export async function guestActions({ reportId }: Pick<SharedReport, 'reportId'>) {
  const events = await database().auditEvent.findMany({
    where: { reportId, action: { startsWith: 'guest.' } },
    orderBy: { id: 'asc' },
  });
  return events.map(({ action }) => action);
}
