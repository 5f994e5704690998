import { JsonRpcProvider } from 'ethers';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import type { Person } from '../../test/support/people/factories';
import {
  createApprovedReport,
  createFilledDraft,
  createForwardedReport,
  createRejectedReport,
} from '../../test/support/reports/report-factories';
import { bindDemoWallet } from './bind-demo-wallet';
import { DEMO_PEOPLE } from './demo-people';
import { demoSession } from './demo-session';

/** The demonstration's patient with reports also has one that a guest may see. */
export const DEMO_GUEST = 'travel.desk@airline.example';

/**
 * Writes a few reports, one in nearly every state, and sends one to the chain, where the worker will find
 * it. Every step is the very verb that the pages call. Does nothing once there are reports.
 */
export async function seedDemoReports(): Promise<void> {
  if ((await database().report.count()) > 0) return;
  const selin = await demoSession('selin.aksoy@clinic.example');
  const andreas = await demoSession('andreas.georgiou@clinic.example');
  const ali = await demoSession('ali.ahmed@mail.example');
  const youngerAli = await demoSession('ali.ahmed.1997@mail.example');
  const gulsah = await demoSession('gulsah@mail.example');
  const eleni = await demoSession('eleni@mail.example');

  await createFilledDraft({ doctor: selin, patient: youngerAli });
  await createRejectedReport({ doctor: andreas, patient: eleni, form: { medication: '' } });
  await createForwardedReport({ doctor: selin, patient: gulsah, template: 'COVID_19' });
  await createForwardedReport({ doctor: andreas, patient: ali });
  // Two, so that adding several at once can be tried.
  await createApprovedReport({ doctor: selin, patient: ali });
  await createApprovedReport({ doctor: andreas, patient: ali, template: 'COVID_19' });
  const travel = await createApprovedReport({ doctor: selin, patient: ali, template: 'COVID_19' });
  await anchor(ali, travel);
}

/** Binds the demo wallet's account to its person and sends the report to the chain. */
async function anchor(patient: Person, reportId: string): Promise<void> {
  const { actor } = patient;
  const node = new JsonRpcProvider(env().CHAIN_RPC_URL, env().CHAIN_ID, { staticNetwork: true });
  const signer = demoSigner(walletIndex(actor.email), node);
  try {
    await bindDemoWallet(patient, signer);
    const viewers = [{ email: DEMO_GUEST, expiresAt: null }];
    const { transactionId, request } = await prepareAnchoring(actor, reportId, viewers);
    const { to, data } = request;
    const { hash } = await signer.sendTransaction({ to, data });
    await recordTransactionSent(actor, transactionId, hash);
  } finally {
    node.destroy();
  }
}

function walletIndex(email: string): number {
  const known = DEMO_PEOPLE.find((one) => one.email === email);
  if (known?.role !== 'PATIENT') throw new Error(`${email} is no demo patient`);
  return known.walletIndex;
}
