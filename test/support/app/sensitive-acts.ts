import { randomUUID } from 'node:crypto';
import { Wallet } from 'ethers';
import WebAuthnEmulator from 'nid-webauthn-emulator';
import { Secret, TOTP } from 'otpauth';
import { beginPasskeyRegistration } from '@/accounts/factors/passkeys/begin-passkey-registration';
import { beginTotp } from '@/accounts/factors/totp/begin-totp';
import { beginWalletBinding } from '@/accounts/wallets/begin-wallet-binding';
import type { Translate } from '@/messages/translator';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { database } from '@/platform/database/database';
import {
  preparedTransactionSchema,
  type PreparedTransaction,
} from '@/sharing/anchoring/prepared-transaction';
import { recordTransactionSent } from '@/sharing/anchoring/record-transaction-sent';
import { patientOnChain, type PatientOnChain } from '../chain/patient-on-chain';
import {
  askForRecovery,
  chainAdmin,
  letDaysPass,
  lostWallet,
  proposedRecovery,
  recoveryCodeFor,
} from '../chain/recovery';
import { signConsent } from '../chain/sign-consent';
import { sendFrom } from '../chain/test-chain';
import { createAdmin, createDoctor, createPatient, type Person } from '../people/factories';
import { ourOrigin, setUpPasskey, setUpTotp } from '../people/factors';
import { DEVICE } from './browser';
import { askForReset } from '../people/factor-reset';
import { createApprovedRow } from '../reports/approved-report';
import { END_REASON } from '../reports/report-factories';

/** An act that is ready to be done by a call of its route. */
export interface ReadyAct {
  person: Person;
  params?: Record<string, string>;
  body?: object;
  /** What follows the call in the browser, before the mail is due. */
  afterwards?: (answer: unknown) => Promise<void>;
}

/** An act for which a session cookie alone must not be enough. */
export interface SensitiveAct {
  /** E.g. `POST /api/wallet/bindings`. */
  address: string;
  /** Tells acts of one route apart. */
  variant?: string;
  ready: () => Promise<ReadyAct>;
  /** The subject of the mail that its person gets at once; null for what only begins an act. */
  mail: ((t: Translate) => string) | null;
  /** The status of the answer where it is not a success. */
  answers?: number;
}

const VIEWERS = { viewers: [{ email: 'officer@border.example', expiresAt: null }] };
const PASSWORD = 'another-harbour-lantern-42';

async function sealing(report: (someone: PatientOnChain) => Promise<string>): Promise<ReadyAct> {
  const someone = await patientOnChain();
  const reportId = await report(someone);
  const { patient: person, wallet } = someone;
  return { person, params: { reportId }, body: VIEWERS, afterwards: sender(person, wallet) };
}

/** Sends what the wallet was asked to, and reports it, as the page does. */
export function sender(person: Person, wallet: Wallet) {
  return async (answer: unknown) => {
    const { request, transactionId }: PreparedTransaction = preparedTransactionSchema.parse(answer);
    const { hash } = await sendFrom(wallet, request);
    await recordTransactionSent({ ...person.actor, device: DEVICE }, transactionId, hash);
  };
}

async function approvedReport({ doctor, patient }: PatientOnChain): Promise<string> {
  return (await createApprovedRow(doctor, patient)).id;
}

const WALLETS: SensitiveAct[] = [
  {
    address: 'POST /api/wallet/challenges',
    ready: async () => ({
      person: await createPatient(),
      body: { address: Wallet.createRandom().address },
    }),
    mail: null,
  },
  {
    address: 'POST /api/wallet/bindings',
    ready: async () => {
      const person = await createPatient();
      const wallet = Wallet.createRandom();
      const { nonce, message } = await beginWalletBinding(
        person.actor,
        wallet.address,
        DEFAULT_LOCALE,
      );
      return { person, body: { nonce, signature: await wallet.signMessage(message) } };
    },
    mail: (t) => t('accounts.securityNotice.walletBound.subject'),
  },
  {
    address: 'POST /api/wallet/recovery-codes',
    ready: async () => ({ person: await createPatient() }),
    mail: null,
  },
  {
    address: 'POST /api/wallet/recoveries',
    ready: async () => {
      const { patient: person, wallet } = await lostWallet();
      const code = await recoveryCodeFor(person);
      return { person, body: { oldAddress: wallet.address, code } };
    },
    mail: (t) => t('registry.recoveryNews.requested.subject'),
  },
];

const REPORTS: SensitiveAct[] = [
  {
    address: 'POST /api/reports/[reportId]/anchoring',
    ready: () => sealing(approvedReport),
    mail: (t) => t('accounts.securityNotice.anchored.subject', { reports: 1 }),
  },
  {
    address: 'POST /api/anchoring-batches',
    ready: async () => {
      const someone = await patientOnChain();
      const reportIds = [await approvedReport(someone), await approvedReport(someone)];
      const { patient: person, wallet } = someone;
      return { person, body: { ...VIEWERS, reportIds }, afterwards: sender(person, wallet) };
    },
    mail: (t) => t('accounts.securityNotice.anchored.subject', { reports: 2 }),
  },
  {
    address: 'POST /api/reports/[reportId]/permissions',
    ready: () => sealing(async (someone) => (await someone.anchor()).reportId),
    mail: (t) => t('accounts.securityNotice.viewersChanged.subject'),
  },
  {
    address: 'POST /api/reports/[reportId]/withdrawal',
    ready: () => sealing(async (someone) => (await someone.anchor()).reportId),
    mail: (t) => t('accounts.securityNotice.withdrawalSent.subject'),
  },
  {
    address: 'PUT /api/chain-transactions/[transactionId]/consent',
    ready: async () => {
      const { patient: person, wallet, prepare } = await patientOnChain();
      const prepared = await prepare();
      return {
        person,
        params: { transactionId: prepared.transactionId },
        body: { signature: await signConsent(wallet, prepared) },
      };
    },
    // Mailed when the clinic sends it, see test/integration/registry/relayer.
    mail: null,
  },
  {
    address: 'POST /api/reports/[reportId]/retract',
    ready: async () => ({
      person: await createDoctor(),
      params: { reportId: randomUUID() },
      body: { ...END_REASON, replacementId: null },
    }),
    // Mailed to the patient, see test/integration/reports/retraction.
    mail: null,
    answers: 404,
  },
  {
    address: 'POST /api/reports/[reportId]/withdraw',
    ready: async () => ({
      person: await createDoctor(),
      params: { reportId: randomUUID() },
      body: END_REASON,
    }),
    mail: null,
    answers: 404,
  },
];

const ACCOUNT: SensitiveAct[] = [
  {
    address: 'PUT /api/accounts/password',
    ready: async () => ({ person: await createPatient(), body: { password: PASSWORD } }),
    mail: (t) => t('accounts.securityNotice.passwordChanged.subject'),
  },
  {
    address: 'POST /api/accounts/email-changes',
    ready: async () => ({
      person: await createPatient(),
      body: { newEmail: `${randomUUID()}@test.example` },
    }),
    mail: (t) => t('accounts.securityNotice.emailChangeRequested.subject'),
  },
  {
    address: 'POST /api/accounts/passkeys/options',
    ready: async () => ({ person: await createPatient() }),
    mail: null,
  },
  {
    address: 'POST /api/accounts/passkeys',
    ready: async () => {
      const person = await createPatient();
      const options = await beginPasskeyRegistration(person.actor);
      const answer = new WebAuthnEmulator().createJSON(ourOrigin(), options);
      return { person, body: { answer, name: 'Phone' } };
    },
    mail: (t) => t('accounts.securityNotice.factorChanged.passkey-added.subject'),
  },
  {
    address: 'DELETE /api/accounts/passkeys/[passkeyId]',
    ready: async () => {
      const person = await createPatient();
      await setUpPasskey(person);
      const { accountId } = person.actor;
      const { id } = await database().passkey.findFirstOrThrow({ where: { accountId } });
      return { person, params: { passkeyId: id } };
    },
    mail: (t) => t('accounts.securityNotice.factorChanged.passkey-removed.subject'),
  },
  {
    address: 'POST /api/accounts/totp',
    ready: async () => ({ person: await createPatient() }),
    mail: null,
  },
  {
    address: 'PUT /api/accounts/totp',
    ready: async () => {
      const person = await createPatient();
      const { secret } = await beginTotp(person.actor);
      return { person, body: { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() } };
    },
    mail: (t) => t('accounts.securityNotice.factorChanged.totp-added.subject'),
  },
  {
    address: 'DELETE /api/accounts/totp',
    ready: async () => {
      const person = await createPatient();
      await setUpTotp(person);
      return { person };
    },
    mail: (t) => t('accounts.securityNotice.factorChanged.totp-removed.subject'),
  },
  {
    address: 'POST /api/accounts/backup-codes',
    ready: async () => {
      const person = await createPatient();
      await setUpTotp(person);
      return { person };
    },
    mail: (t) => t('accounts.securityNotice.factorChanged.codes-made.subject'),
  },
];

async function askedReset(): Promise<string> {
  const doctor = await createDoctor();
  await setUpTotp(doctor);
  return askForReset(doctor);
}

const DOCTOR_STATUS = {
  approve: 'PENDING',
  refuse: 'PENDING',
  suspend: 'ACTIVE',
  reinstate: 'SUSPENDED',
} as const;
const DECISIONS = ['approve', 'refuse', 'suspend', 'reinstate'] as const;
const ISSUER = Wallet.createRandom().address;

const ADMINISTRATION: SensitiveAct[] = [
  ...DECISIONS.map((decision) => ({
    address: 'POST /api/admin/doctors/[accountId]/decision',
    variant: decision,
    ready: async () => {
      const { actor } = await createDoctor({ status: DOCTOR_STATUS[decision] });
      const { accountId } = actor;
      return { person: await createAdmin(), params: { accountId }, body: { decision } };
    },
    mail: (t: Translate) => t(`accounts.securityNotice.administration.doctor-${decision}.subject`),
  })),
  {
    address: 'POST /api/admin/factor-resets',
    ready: async () => {
      const other = await createAdmin();
      await setUpTotp(other);
      return { person: await createAdmin(), body: { email: other.actor.email } };
    },
    mail: (t) => t('accounts.securityNotice.administration.factor-reset-start.subject'),
  },
  {
    address: 'POST /api/admin/factor-resets/[resetId]/confirmation',
    ready: async () => ({ person: await createAdmin(), params: { resetId: await askedReset() } }),
    mail: (t) => t('accounts.securityNotice.administration.factor-reset-confirm.subject'),
  },
  {
    address: 'POST /api/admin/factor-resets/[resetId]/decline',
    ready: async () => ({ person: await createAdmin(), params: { resetId: await askedReset() } }),
    mail: (t) => t('accounts.securityNotice.administration.factor-reset-decline.subject'),
  },
  {
    address: 'POST /api/admin/issuers/steps',
    ready: async () => ({
      person: await createAdmin(),
      body: { step: 'appoint', issuer: ISSUER, account: chainAdmin().address },
    }),
    mail: (t) => t('accounts.securityNotice.administration.issuer-appoint.subject'),
  },
  {
    address: 'POST /api/admin/recoveries/[recoveryId]/decline',
    ready: async () => {
      const lost = await lostWallet();
      const recoveryId = await askForRecovery(lost);
      return { person: lost.admin, params: { recoveryId }, body: { reason: 'Wrong number.' } };
    },
    mail: (t) => t('accounts.securityNotice.administration.recovery-decline.subject'),
  },
  {
    address: 'POST /api/admin/recoveries/[recoveryId]/steps',
    ready: async () => {
      const lost = await lostWallet();
      const recoveryId = await askForRecovery(lost);
      const body = { step: 'propose', account: chainAdmin().address };
      return { person: lost.admin, params: { recoveryId }, body };
    },
    mail: (t) => t('accounts.securityNotice.administration.recovery-propose.subject'),
  },
];

/** All of them. The last turns the chain’s clock. */
export const SENSITIVE_ACTS: readonly SensitiveAct[] = [
  ...WALLETS,
  ...REPORTS,
  ...ACCOUNT,
  ...ADMINISTRATION,
  {
    address: 'POST /api/wallet/recoveries/[recoveryId]/steps',
    ready: async () => {
      const lost = await lostWallet();
      const recoveryId = await proposedRecovery(lost);
      await letDaysPass(8);
      return { person: lost.patient, params: { recoveryId }, body: { step: 'execute' } };
    },
    mail: (t) => t('registry.recoveryNews.finishing.subject'),
  },
];
