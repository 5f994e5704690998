/**
 * The network address that a request comes from. Every trusted proxy appends to X-Forwarded-For the address
 * that it saw; entries before those were written by the caller.
 * @param forwardedFor the header as received
 * @param socketAddress the other end of the connection
 * @param trustedProxies how many proxies of our own stand one behind the other; 0: the header counts for nothing
 */
export function clientAddress(
  forwardedFor: string | undefined,
  socketAddress: string,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return socketAddress;
  const entries = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  // Fewer than expected: the first was written by a proxy of ours all the same.
  return entries.at(-trustedProxies) ?? entries[0] ?? socketAddress;
}
