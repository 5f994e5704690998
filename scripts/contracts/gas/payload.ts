import { concat, dataSlice, id, keccak256, toUtf8Bytes } from 'ethers';

/** The numbers of viewers that are compared. */
export const VIEWER_COUNTS = [0, 1, 2, 5] as const;

/** Sealed metadata of this many bytes; the paper's readable strings hold as many. */
export const METADATA_BYTES = 300;

/** The year 2100: an attestation of the bench does not expire. */
export const DEADLINE = 4_102_444_800;

/** An expiry that means "never". */
const NEVER = (1n << 40n) - 1n;

/** The hash of the bench's nth report. */
export function contentHashOf(index: number): string {
  return id(`report ${index}`);
}

/** Bytes that look random, as sealed ones do, and are the same in every run. */
export function sealedMetadata(index: number): string {
  const blocks = Array.from({ length: Math.ceil(METADATA_BYTES / 32) }, (_, at) =>
    keccak256(toUtf8Bytes(`metadata ${index} ${at}`)),
  );
  return dataSlice(concat(blocks), 0, METADATA_BYTES);
}

/** As many permission words as wanted, none of them zero anywhere but by chance. */
export function permissionWords(count: number): string[] {
  return Array.from({ length: count }, (_, viewer) => {
    const tag = BigInt(id(`viewer ${viewer}`)) >> 40n;
    return `0x${((tag << 40n) | NEVER).toString(16).padStart(64, '0')}`;
  });
}

/** E-mail addresses for the paper's contract; each fits one slot, which is the kindest case. */
export function emails(count: number): string[] {
  return Array.from({ length: count }, (_, viewer) => `viewer-${viewer}@hospital.example`);
}
