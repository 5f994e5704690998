type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The hash of a leaf's data as a receipt holds it. Like all of this file it runs in browsers, too.
 * @param leaf its text
 */
export function hashOfLeaf(leaf: string): Promise<Bytes> {
  return sha256(Uint8Array.of(0), new TextEncoder().encode(leaf));
}

/**
 * The root to which a leaf's path leads (RFC 9162, 2.1.3.2, as of RFC 6962).
 * @param leaf its hash
 * @param index its place, from 0
 * @param size leaves of the tree
 * @param path the hashes beside it, from the leaf upwards
 * @returns null when the path does not fit the place and the size
 */
export async function rootByPath(
  leaf: Bytes,
  index: number,
  size: number,
  path: readonly Bytes[],
): Promise<Bytes | null> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return null;
  let [place, last] = [index, size - 1];
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = await sha256(Uint8Array.of(1), beside, hash);
      // Levels on which the subtree at the right edge has nothing beside it.
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = await sha256(Uint8Array.of(1), hash, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

async function sha256(...parts: Bytes[]): Promise<Bytes> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}
