import type { Sentence } from '@/messages/translator';
import { MINUTE_MS } from '@/platform/time/durations';

/**
 * Every reason for which a transaction can have failed (ChainTransaction.failure); the catalogue has a sentence
 * for each. Closed: pages switch on the code.
 */
export const TRANSACTION_FAILURES = [
  'report-already-added',
  'report-not-active',
  'not-report-owner',
  'not-report-issuer',
  'attestation-invalid',
  'attestation-expired',
  'attestation-retracted',
  'consent-invalid',
  'consent-expired',
  'permissions-changed',
  'permissions-set-in-same-block',
  'too-many-permissions',
  'metadata-too-long',
  'batch-size',
  'batch-refused',
  'replacement-is-itself',
  'acceptance-invalid',
  'acceptance-expired',
  'wallet-retired',
  'wallet-zero',
  'recovery-to-itself',
  'not-recoverer',
  'proposer-dismissed',
  'not-vetoer',
  'no-recovery',
  'not-new-owner',
  'recovery-not-open',
  'too-many-recoveries',
  'role-missing',
  'admin-delay',
  'never-issuer',
  'issuer-compromised',
  'already-compromised',
  'block-in-future',
  'signature-malformed',
  'number-too-large',
  'contract-refused',
  'out-of-gas',
  'replaced',
  'dropped',
  'deadline-passed',
  'clinic-price',
  'clinic-purse',
  'clinic-budget',
] as const;

/** The closed set of reasons. */
export type TransactionFailure = (typeof TRANSACTION_FAILURES)[number];

/**
 * How long the network may not have a sent transaction before it counts as dropped. A node behind a load balancer
 * receives it within seconds; if it is mined after all, the follower still confirms it.
 */
export const DROPPED_AFTER_MS = MINUTE_MS;

/** Whether a text from the database is one of the reasons. */
export function isTransactionFailure(text: string): text is TransactionFailure {
  return (TRANSACTION_FAILURES as readonly string[]).includes(text);
}

/** What a person reads about a reason. */
export function failureSentenceOf(reason: TransactionFailure): Sentence {
  return (t) => t(`registry.transactionFailures.${reason}`);
}
