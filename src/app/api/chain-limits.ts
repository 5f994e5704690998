/**
 * How often one account may call a route that queries the chain's node: a hosted node is paid per call. Each route
 * counts for itself.
 */
export const CHAIN_LIMITS = {
  /** Asked every two seconds while a transaction is under way, in several tabs. */
  progress: { calls: 180, minutes: 1 },
  /** A page refreshes a price each minute, and at each change of what it depends on. */
  quote: { calls: 60, minutes: 1 },
  /** A document may be checked against the chain, and is fetched again when a page is opened. */
  document: { calls: 60, minutes: 1 },
  /** A person begins or ends something, with the wallet or without. */
  step: { calls: 30, minutes: 1 },
} as const;
