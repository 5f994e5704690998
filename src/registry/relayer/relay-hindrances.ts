/** Why the clinic does not pay for a call now; each may pass. */
export const RELAY_HINDRANCES = ['price', 'purse', 'budget'] as const;

/** Why the clinic does not pay for a call now. */
export type RelayHindrance = (typeof RELAY_HINDRANCES)[number];

/** Whether a text from the database is one of the reasons. */
export function isRelayHindrance(text: string | null): text is RelayHindrance {
  return (RELAY_HINDRANCES as readonly (string | null)[]).includes(text);
}
