/** A moment in the chain's own unit: whole seconds since 1970, rounded down. */
export function unixSeconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
