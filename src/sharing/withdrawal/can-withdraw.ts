import type { Actor } from '@/accounts/sessions/actor';
import { listWallets } from '@/accounts/wallets/list-wallets';
import type { PatientReport } from '@/reports/lists/read-patient-report';

/** Whether a patient can withdraw a report now: it is sealed and valid, and one of their wallets owns it. */
export async function canWithdraw(
  actor: Actor,
  { proof, validity }: Pick<PatientReport, 'proof' | 'validity'>,
): Promise<boolean> {
  if (proof === null || validity?.outcome !== 'valid') return false;
  const wallets = await listWallets(actor);
  return wallets.some(({ address }) => address === proof.owner);
}
