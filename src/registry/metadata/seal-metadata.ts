import { deriveKey } from '@/vault/derive-key';
import { openBytes, sealBytes } from '@/vault/seal';
import { unpackMetadata } from './metadata-layout';
import { packMetadata } from './pack-metadata';
import { reportMetadataSchema, type ReportMetadata } from './report-metadata';

/** Nonce and tag of AES-256-GCM (src/vault/seal.ts). */
const SEAL_BYTES = 28;

/** Sizes of sealed metadata: few sizes, so that a length reveals next to nothing. The last is the contract's MAX_METADATA. */
export const SEALED_SIZES = [300, 512, 1024] as const;

/**
 * Seals metadata for the chain, padded to one of a few sizes, bound to the report by its content hash.
 * @param dataKey the report's data key
 */
export function sealMetadata(
  dataKey: Uint8Array,
  contentHash: Uint8Array,
  metadata: ReportMetadata,
): Uint8Array<ArrayBuffer> {
  const packed = packMetadata(metadata);
  const size = SEALED_SIZES.find((sealed) => sealed - SEAL_BYTES >= packed.length);
  if (size === undefined) throw new RangeError('The metadata is longer than the contract takes');
  const padded = new Uint8Array(size - SEAL_BYTES);
  padded.set(packed);
  return sealBytes(deriveKey(dataKey, 'metadata'), padded, contentHash);
}

/**
 * Opens metadata that came from the chain.
 * @throws Error when it was not sealed with this key for this report, or was altered
 */
export function openMetadata(
  dataKey: Uint8Array,
  contentHash: Uint8Array,
  sealed: Uint8Array,
): ReportMetadata {
  const padded = openBytes(deriveKey(dataKey, 'metadata'), sealed, contentHash);
  return reportMetadataSchema.parse(unpackMetadata(padded));
}
