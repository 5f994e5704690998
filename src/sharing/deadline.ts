/** How long a prepared transaction waits for the wallet, in minutes; for anchoring the chain enforces it. */
const MINUTES = 60;

/** The last whole second at which a transaction that is prepared now may be sent. */
export function newDeadline(): Date {
  const seconds = Math.floor(Date.now() / 1_000) + MINUTES * 60;
  return new Date(seconds * 1_000);
}
