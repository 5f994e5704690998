const key = (transactionId: string) => `medanchor.sent.${transactionId}`;

/** Stores the hash of a sent transaction, in case our server is unreachable or the tab is closed. */
export function storeSentHash(transactionId: string, hash: string): void {
  localStorage.setItem(key(transactionId), hash);
}

/** The stored hash of a transaction, or null. */
export function readSentHash(transactionId: string): string | null {
  return localStorage.getItem(key(transactionId));
}

/** Removes the stored hash of a settled transaction. */
export function removeSentHash(transactionId: string): void {
  localStorage.removeItem(key(transactionId));
}
