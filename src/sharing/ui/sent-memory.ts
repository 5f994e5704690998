const key = (transactionId: string) => `medanchor.sent.${transactionId}`;

/** Keeps what the wallet has sent, for the case that the server cannot be told or the tab is closed. */
export function rememberSent(transactionId: string, hash: string): void {
  localStorage.setItem(key(transactionId), hash);
}

/** The hash that the wallet answered for a transaction, or null. */
export function recallSent(transactionId: string): string | null {
  return localStorage.getItem(key(transactionId));
}

/** Nothing about it needs to be told any more. */
export function forgetSent(transactionId: string): void {
  localStorage.removeItem(key(transactionId));
}
