import type { reportRegistryAbi } from '@/generated/report-registry';
import type { TransactionFailure } from './transaction-failure';

/** The name of a custom error that a call of the contract can end with. */
export type ContractError = Extract<
  (typeof reportRegistryAbi)[number],
  { readonly type: 'error' }
>['name'];

/**
 * What each custom error means to a person. The compiler asks for every one: a contract with a new error
 * does not build until it has a sentence.
 */
export const CONTRACT_ERRORS: Record<ContractError, TransactionFailure> = {
  // contracts/IReportRegistry.sol
  ReportAlreadyAdded: 'report-already-added',
  ReportNotActive: 'report-not-active',
  NotReportOwner: 'not-report-owner',
  NotReportIssuer: 'not-report-issuer',
  SignerNotIssuer: 'attestation-invalid',
  AttestationExpired: 'attestation-expired',
  AttestationRetracted: 'attestation-retracted',
  SignerNotNewOwner: 'acceptance-invalid',
  AcceptanceExpired: 'acceptance-expired',
  PermissionsChanged: 'permissions-changed',
  PermissionsAlreadySetInBlock: 'permissions-set-in-same-block',
  TooManyPermissions: 'too-many-permissions',
  MetadataTooLong: 'metadata-too-long',
  BatchSizeOutOfRange: 'batch-size',
  ReplacementIsItself: 'replacement-is-itself',
  // contracts/ISponsoredCalls.sol
  SignerNotOwner: 'consent-invalid',
  ConsentExpired: 'consent-expired',
  // contracts/IOwnerRecovery.sol
  WalletRetired: 'wallet-retired',
  ZeroWallet: 'wallet-zero',
  RecoveryToItself: 'recovery-to-itself',
  NotRecoverer: 'not-recoverer',
  NotVetoer: 'not-vetoer',
  NoRecovery: 'no-recovery',
  NotNewOwner: 'not-new-owner',
  RecoveryNotOpen: 'recovery-not-open',
  TooManyRecoveries: 'too-many-recoveries',
  // contracts/IIssuerRegister.sol
  NeverIssuer: 'never-issuer',
  IssuerIsCompromised: 'issuer-compromised',
  AlreadyCompromised: 'already-compromised',
  BlockInFuture: 'block-in-future',
  // OpenZeppelin's
  AccessControlBadConfirmation: 'role-missing',
  AccessControlUnauthorizedAccount: 'role-missing',
  AccessControlInvalidDefaultAdmin: 'role-missing',
  AccessControlEnforcedDefaultAdminDelay: 'admin-delay',
  AccessControlEnforcedDefaultAdminRules: 'admin-delay',
  ECDSAInvalidSignature: 'signature-malformed',
  ECDSAInvalidSignatureLength: 'signature-malformed',
  ECDSAInvalidSignatureS: 'signature-malformed',
  SafeCastOverflowedUintDowncast: 'number-too-large',
  InvalidShortString: 'number-too-large',
  StringTooLong: 'number-too-large',
};

/** Whether a name from the chain is one of the contract's own errors. */
export function isContractError(name: string): name is ContractError {
  return Object.hasOwn(CONTRACT_ERRORS, name);
}
