import type { Wallet } from 'ethers';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import type { Viewer } from '@/sharing/grants/viewers';
import type { Person } from '../people/factories';
import { confirm } from './patient-on-chain';
import { sendFrom } from './test-chain';

/** Anchors an approved report, one with a real PDF, and lets the follower take it in. */
export async function anchorReport(
  patient: Person,
  wallet: Wallet,
  reportId: string,
  viewers: readonly Viewer[] = [],
): Promise<void> {
  const { request } = await prepareAnchoring(patient.actor, reportId, viewers);
  const sent = await sendFrom(wallet, request);
  await sent.wait();
  await confirm();
}
