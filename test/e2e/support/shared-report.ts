import { expect } from '@playwright/test';
import type { Wallet } from 'ethers';
import type { CallRequest } from '@/registry/calls/encode-calls';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import { createDoctor, createPatient, type Person } from '../../support/people/factories';
import { stateOf } from '../../support/chain/patient-on-chain';
import { createApprovedReport, reportRow } from '../../support/reports/report-factories';
import { bindWallet, chain, sendFrom } from '../../support/chain/test-chain';
import { linkIn, waitForMail } from './mailbox';
import { sentencePattern } from '../../support/messages/sentence-pattern';

export const LINK_SUBJECT = sentencePattern('sharing.guestLinkMail.subject');

/** How long the running worker may take to confirm a transaction on a busy machine. */
const CONFIRMED_WITHIN = { timeout: 45_000 };

/** A report on the chain, and its people. */
export interface SharedReport {
  doctor: Person;
  patient: Person;
  wallet: Wallet;
  reportId: string;
  code: string;
}

/** One viewer, as in the mailbox. */
export interface Guest {
  email: string;
  /** The mailed address. */
  link: string;
  token: string;
}

let guests = 0;

/** An address that is unique in this test run. */
export function newAddress(name: string): string {
  guests += 1;
  return `${name}-${process.pid}-${guests}@clinic.example`;
}

/** Anchors a real report; the running worker confirms it and mails the links. */
export async function shareReport(viewers: readonly string[]): Promise<SharedReport> {
  const [doctor, patient] = [await createDoctor(), await createPatient()];
  const wallet = await bindWallet(patient);
  const reportId = await createApprovedReport({ doctor, patient });
  const list = viewers.map((email) => ({ email, expiresAt: null }));
  const { request } = await prepareAnchoring(patient.actor, reportId, list);
  await sendMined(wallet, request);
  await expect.poll(() => stateOf(reportId), CONFIRMED_WITHIN).toBe('ANCHORED');
  return { doctor, patient, wallet, reportId, code: (await reportRow(reportId)).code };
}

/** Sends a transaction from a wallet; it is in a block when this returns. */
export async function sendMined(wallet: Wallet, request: CallRequest): Promise<void> {
  const { hash } = await sendFrom(wallet, request);
  await expect.poll(async () => (await chain().getTransactionReceipt(hash))?.status).toBe(1);
}

/** Puts another list of viewers on the chain; it counts from its block on. */
export async function changeViewers(
  { patient, wallet, reportId }: SharedReport,
  viewers: readonly { email: string; expiresAt: string | null }[],
): Promise<void> {
  const { request } = await preparePermissionChange(patient.actor, reportId, viewers);
  await sendMined(wallet, request);
}

/** The guest at an address, once the link has arrived there. */
export async function guestAt(email: string): Promise<Guest> {
  const link = linkIn(await waitForMail(email, LINK_SUBJECT));
  return { email, link, token: new URL(link).hash.slice(1) };
}
