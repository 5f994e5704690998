/**
 * Every reason for which a transaction can have failed (ChainTransaction.failure), and the sentence that
 * the person reads. Closed: pages switch on the code.
 */
export const TRANSACTION_FAILURES = {
  'report-already-added': 'This report is on the blockchain already.',
  'report-not-active':
    'This report was withdrawn or retracted, so nothing can be changed any more.',
  'not-report-owner':
    'Only the wallet that governs this report can change it. Choose that account in your wallet.',
  'not-report-issuer': 'Only the issuer of this report can take it back.',
  'attestation-invalid':
    'The clinic’s signature was not accepted for this wallet. Choose the account that is connected here, and start again. If it is the right one, the clinic’s key may no longer sign: please ask your clinic.',
  'attestation-expired': 'It took longer than an hour to confirm. Please start again.',
  'attestation-retracted': 'The doctor took this report back before it was added.',
  'permissions-changed':
    'The list of viewers changed meanwhile. Reload the page, look at it again and repeat your change.',
  'permissions-set-in-same-block':
    'Two changes arrived at the same moment; only the first was made. Please repeat the second.',
  'too-many-permissions': 'A report can have at most 64 viewers.',
  'metadata-too-long':
    'The encrypted note about this report is longer than the blockchain takes. Please tell your clinic.',
  'batch-size': 'So many reports cannot be added at once. Choose between 2 and 32.',
  'batch-refused':
    'Another report that was to be added together with this one could not be, so none was. Start again with the others.',
  'replacement-is-itself': 'A report cannot be replaced by itself.',
  'acceptance-invalid':
    'The new owner’s consent does not fit this report as it is now. Ask them to sign again.',
  'acceptance-expired': 'The new owner’s consent is too old. Ask them to sign again.',
  'wallet-retired':
    'This wallet was reported lost and another has taken its place, forever. Use the new wallet.',
  'wallet-zero': 'This is not the address of a wallet.',
  'recovery-to-itself': 'A wallet cannot take over from itself. Choose another wallet.',
  'not-recoverer':
    'This wallet may not recover others: only an administrator’s wallet with that right can.',
  'proposer-dismissed':
    'This recovery cannot be finished: the wallet that proposed it has lost its right to recover others. An administrator has to propose it again, and the seven days then begin anew.',
  'not-vetoer': 'Only the wallet that is said to be lost, or an administrator, can stop this.',
  'no-recovery': 'No recovery of this wallet is open: it was stopped, finished or never proposed.',
  'not-new-owner':
    'Only the new wallet can finish this recovery. Choose that account in your wallet.',
  'recovery-not-open':
    'This recovery cannot be finished now: seven days must have passed since it was proposed, and not more than 37.',
  'too-many-recoveries': 'Too many wallets have followed each other here. Please ask your clinic.',
  'role-missing': 'This wallet does not have the right to do this. Choose the administrator’s.',
  'admin-delay':
    'The right to administer the contract changes hands only in two steps with a pause between them. It is not time yet.',
  'never-issuer': 'This account has never been an issuer.',
  'issuer-compromised':
    'The key of this issuer was marked as compromised. It can never be an issuer again.',
  'already-compromised':
    'This issuer is marked as compromised already, from this block or an earlier one. The mark can only move to an earlier block.',
  'block-in-future': 'This block does not exist yet. Choose the newest block or an earlier one.',
  'signature-malformed': 'A signature was damaged on the way. Please start again.',
  'number-too-large': 'A number is larger than the contract takes. Nothing happened.',
  'contract-refused': 'The contract on the blockchain refused this transaction.',
  'out-of-gas':
    'The transaction ran out of gas. Please send it again with the limit that is suggested.',
  replaced: 'Another transaction was sent from your wallet in the place of this one.',
  dropped:
    'The network dropped this transaction before it was carried out, perhaps because its fee was too low. You can start again.',
  'deadline-passed': 'The transaction was not sent in time. Nothing happened; you can start again.',
} as const satisfies Record<string, string>;

/** The closed set of reasons. */
export type TransactionFailure = keyof typeof TRANSACTION_FAILURES;

/** Whether a text from the database is one of the reasons. */
export function isTransactionFailure(text: string): text is TransactionFailure {
  return Object.hasOwn(TRANSACTION_FAILURES, text);
}
