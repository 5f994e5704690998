import { DEFAULT_LOCALE } from '@/messages/catalogues';
import type { Wallet } from 'ethers';
import { beginWalletBinding } from '@/accounts/wallets/begin-wallet-binding';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import { database } from '@/platform/database/database';
import { prepareCall, type PlannedCall } from '@/registry/calls/chain-call';
import { DEMO_ACCOUNTS, demoSigner } from '@/registry/demo-wallet/demo-accounts';
import { planAdminStep, planPatientStep } from '@/registry/recovery/recovery-step';
import { requestRecovery } from '@/registry/recovery/request-recovery';
import { requestRecoveryCode } from '@/registry/recovery/request-recovery-code';
import { vi } from 'vitest';
import { createAdmin, type Person } from '../people/factories';
import { deliverMailsTo, type ReceivedMail } from '../people/mail';
import { confirm, patientOnChain, type PatientOnChain } from './patient-on-chain';
import { codeIn } from '../reports/shared-report';
import { chain, fundedWallet } from './test-chain';
import { t } from '../messages/english';

const DAY = 86_400;

/** The local chain's administrator, who may also propose recoveries. */
export function chainAdmin() {
  const account = DEMO_ACCOUNTS.find(
    ({ name }) => name(t) === t('registry.demoAccounts.administrator'),
  );
  if (account === undefined) throw new Error('The demo wallet has no administrator');
  return demoSigner(account.index, chain());
}

/** A patient who has lost a wallet, and holds a new one, and an administrator. */
interface RecoveringPatient {
  patient: Person;
  /** The lost one. */
  wallet: Wallet;
  /** Bound to the account in the place of the lost one. */
  newWallet: Wallet;
  admin: Person;
}

/** One who can still anchor with the lost wallet, as if nothing had happened. */
export type LostWallet = PatientOnChain & RecoveringPatient;

/** Makes a patient whose wallet is lost, and who has bound another one. */
export async function lostWallet(): Promise<LostWallet> {
  const someone = await patientOnChain();
  const newWallet = await fundedWallet();
  await bindBySignature(someone.patient, newWallet);
  return { ...someone, admin: await createAdmin(), newWallet };
}

/** Binds a wallet as the page does. */
export async function bindBySignature({ actor }: Person, wallet: Wallet): Promise<void> {
  const { nonce, message } = await beginWalletBinding(actor, wallet.address, DEFAULT_LOCALE);
  await confirmWalletBinding(actor, { nonce, signature: await wallet.signMessage(message) });
}

/** Asks for a code and reads it from the mailbox. */
export async function recoveryCodeFor({ actor }: Person): Promise<string> {
  const codes = async () =>
    (await deliverMailsTo(actor.email)).filter(
      ({ subject }) => subject === t('registry.recoveryCodeMail.subject'),
    );
  const before = (await codes()).length;
  await requestRecoveryCode(actor);
  return vi.waitFor(async () => codeIn((await codes()).slice(before).at(-1)), {
    timeout: 5_000,
    interval: 50,
  });
}

/** Fills in and sends the request. */
export async function askForRecovery(lost: RecoveringPatient): Promise<string> {
  const { patient, wallet } = lost;
  const { recoveryId } = await requestRecovery(patient.actor, {
    oldAddress: wallet.address,
    code: await recoveryCodeFor(patient),
  });
  return recoveryId;
}

/** Sends a call that a page would hand to a wallet; confirmed. */
export async function sendPlanned(
  signer: ReturnType<typeof chainAdmin> | Wallet,
  planned: PlannedCall,
): Promise<void> {
  const { request } = await prepareCall(planned);
  const { to, data } = request;
  await (await signer.sendTransaction({ to, data })).wait();
  await confirm();
}

/** An administrator proposes the recovery with their own wallet. */
export async function propose({ admin }: RecoveringPatient, recoveryId: string): Promise<void> {
  const signer = chainAdmin();
  const step = { step: 'propose', account: signer.address } as const;
  await sendPlanned(signer, await planAdminStep(admin.actor, recoveryId, step));
}

/** Asked for and proposed. */
export async function proposedRecovery(lost: RecoveringPatient): Promise<string> {
  const recoveryId = await askForRecovery(lost);
  await propose(lost, recoveryId);
  return recoveryId;
}

/** The patient finishes with the new wallet. */
export async function execute(lost: RecoveringPatient, recoveryId: string): Promise<void> {
  const { patient, newWallet } = lost;
  const planned = await planPatientStep(patient.actor, recoveryId, { step: 'execute' });
  await sendPlanned(newWallet, planned);
}

/** Lets days pass on the chain, not on our clock. */
export async function letDaysPass(days: number): Promise<void> {
  await chain().send('evm_increaseTime', [days * DAY]);
  await chain().send('evm_mine', []);
}

/** Where a recovery stands by the database. */
export function recoveryRow(id: string) {
  return database().walletRecovery.findUniqueOrThrow({ where: { id } });
}

/**
 * The mails that a person got about a recovery, without the codes, oldest first. The mail about the wallet, which is
 * queued while the test is set up, is sent beside them and may come later.
 */
export async function recoveryMailsTo({ actor }: Person): Promise<ReceivedMail[]> {
  const walletBound = t('accounts.securityNotice.walletBound.subject');
  const mails = await deliverMailsTo(actor.email);
  return mails.filter(({ subject }) => !subject.includes('code') && subject !== walletBound);
}

/** The subjects of these mails. */
export async function newsTo(person: Person): Promise<string[]> {
  return (await recoveryMailsTo(person)).map(({ subject }) => subject);
}

/** As if a minute had passed since the last code was asked for. */
export async function letCodePausePass(): Promise<void> {
  await database().recoveryCode.updateMany({ data: { requestedAt: new Date(0) } });
}
