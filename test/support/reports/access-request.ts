import type { Wallet } from 'ethers';
import { DAY_MS } from '@/platform/time/durations';
import { askForAccess } from '@/sharing/requests/ask-for-access';
import { grantRequest } from '@/sharing/requests/grant-request';
import { prepareRequestedChange } from '@/sharing/requests/requested-change';
import type { AskInput } from '@/sharing/requests/request-schema';
import { confirm } from '../chain/patient-on-chain';
import { sendFrom } from '../chain/test-chain';
import type { Person } from '../people/factories';
import { giveFreshProof } from '../people/proof';

/** What a doctor asks for, unless a test says otherwise: every report, for thirty days. */
export function askFor(addressee: string, given: Partial<AskInput> = {}): AskInput {
  return {
    ...{ addressee, purpose: 'treatment', reason: 'Before the first appointment.', days: 30 },
    ...{ kinds: [], from: null, to: null },
    ...given,
  };
}

/** A doctor asks a patient by their address. */
export async function ask(
  doctor: Person,
  patient: Person,
  given: Partial<AskInput> = {},
): Promise<string> {
  const { requestId } = await askForAccess(doctor.actor, askFor(patient.actor.email, given));
  return requestId;
}

/** The patient grants a request for some reports, by default for a week. */
export async function grant(
  patient: Person,
  requestId: string,
  reportIds: string[],
  until = new Date(Date.now() + 7 * DAY_MS),
): Promise<void> {
  await giveFreshProof(patient);
  await grantRequest(patient.actor, requestId, { reportIds, until: until.toISOString() });
}

/** The patient's wallet sends what a request asks for one report in its present state; confirmed. */
export async function carryOut(
  patient: Person,
  wallet: Wallet,
  requestId: string,
  reportId: string,
): Promise<void> {
  await giveFreshProof(patient);
  const { request } = await prepareRequestedChange(patient.actor, requestId, reportId);
  await (await sendFrom(wallet, request)).wait();
  await confirm();
}
