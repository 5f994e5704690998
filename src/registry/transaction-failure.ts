/**
 * Every reason for which a transaction can have failed (ChainTransaction.failure), and the sentence that
 * the person reads. Closed: pages switch on the code.
 */
export const TRANSACTION_FAILURES = {
  'report-already-added': 'This report is on the blockchain already.',
  'report-not-active':
    'This report was withdrawn or retracted, so nothing can be changed any more.',
  'not-report-owner':
    'Only the wallet that put this report on the blockchain can change it. Choose that account in your wallet.',
  'not-report-issuer': 'Only the issuer of this report can take it back.',
  'attestation-invalid':
    'The signed permission does not fit this wallet. Choose the account that is connected here, and start again.',
  'attestation-expired': 'It took longer than an hour to confirm. Please start again.',
  'attestation-retracted': 'The doctor took this report back before it was added.',
  'permissions-changed':
    'The list of viewers changed meanwhile. Reload the page, look at it again and repeat your change.',
  'permissions-set-in-same-block':
    'Two changes arrived at the same moment; only the first was made. Please repeat the second.',
  'too-many-permissions': 'A report can have at most 64 viewers.',
  'contract-refused': 'The contract on the blockchain refused this transaction.',
  'out-of-gas':
    'The transaction ran out of gas. Please send it again with the limit that is suggested.',
  replaced: 'Another transaction was sent from your wallet in the place of this one.',
  dropped:
    'The network forgot this transaction before it was carried out, perhaps because its fee was too low.',
  'deadline-passed': 'The transaction was not sent in time. Nothing happened; you can start again.',
} as const satisfies Record<string, string>;

/** The closed set of reasons. */
export type TransactionFailure = keyof typeof TRANSACTION_FAILURES;

/** Whether a text from the database is one of the reasons. */
export function isTransactionFailure(text: string): text is TransactionFailure {
  return Object.hasOwn(TRANSACTION_FAILURES, text);
}
