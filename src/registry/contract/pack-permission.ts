import { getBytes, hexlify, toBeHex } from 'ethers';

/** Bytes of a viewer's commitment in a permission word. */
export const TAG_BYTES = 27;

/** Bytes of the expiry, unix seconds. */
const EXPIRY_BYTES = 5;

/** `type(uint40).max`: some 34,000 years ahead, which serves as "never" (IReportRegistry.hasPermission). */
const NEVER = 2 ** 40 - 1;

/** Who may see a report, as the chain keeps it: a commitment, and until when. */
export interface Permission {
  /** 27 bytes. */
  tag: Uint8Array<ArrayBuffer>;
  /** The permission is over at this very second; null for no expiry. */
  expiresAt: Date | null;
}

/**
 * Makes the contract's permission word, `tag (216 bits) << 40 | expiry (unix seconds)`.
 * @param tag 27 bytes
 * @param expiresAt rounded down to the second; null for no expiry
 * @returns 32 bytes as 0x-hex
 * @throws RangeError when the tag or the time does not fit
 */
export function packPermission(tag: Uint8Array, expiresAt: Date | null): string {
  if (tag.length !== TAG_BYTES) throw new RangeError(`A tag has ${TAG_BYTES} bytes`);
  const seconds = expiresAt === null ? NEVER : Math.floor(expiresAt.getTime() / 1_000);
  const fits = seconds > 0 && (expiresAt === null || seconds < NEVER);
  if (!fits) throw new RangeError('The expiry does not fit into 40 bits');
  return hexlify(tag) + toBeHex(seconds, EXPIRY_BYTES).slice(2);
}

/**
 * Takes a permission word apart.
 * @param word 32 bytes as 0x-hex
 */
export function unpackPermission(word: string): Permission {
  const bytes = getBytes(word);
  if (bytes.length !== TAG_BYTES + EXPIRY_BYTES) throw new RangeError('A word has 32 bytes');
  const seconds = Number(hexlify(bytes.slice(TAG_BYTES)));
  return {
    tag: Uint8Array.from(bytes.slice(0, TAG_BYTES)),
    expiresAt: seconds === NEVER ? null : new Date(seconds * 1_000),
  };
}
