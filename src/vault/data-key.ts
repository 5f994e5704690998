import { randomBytes } from 'node:crypto';
import { openBytes, sealBytes } from './seal';

const KEY_BYTES = 32;

/** What a wrapped data key belongs to: moved to another row, or kept when one of these changes, it opens nothing. */
export interface DataKeyContext {
  reportId: string;
  doctorId: string;
  /** Whose key wraps it; null in a draft without a patient, where it is the doctor's. */
  patientId: string | null;
  /** SHA-256 of the PDF; null in a draft. */
  contentHash: Uint8Array | null;
}

/** A new report's data key: 32 bytes from the system's generator. */
export function newDataKey(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(randomBytes(KEY_BYTES));
}

/** Wraps a data key with a person's key (AES-256-GCM, 60 bytes). */
export function wrapDataKey(
  dataKey: Uint8Array,
  personKey: Uint8Array,
  context: DataKeyContext,
): Uint8Array<ArrayBuffer> {
  return sealBytes(personKey, dataKey, bytesOf(context));
}

/**
 * Unwraps a data key.
 * @throws Error when it was wrapped with another key or for another context, or was altered
 */
export function unwrapDataKey(
  wrappedKey: Uint8Array,
  personKey: Uint8Array,
  context: DataKeyContext,
): Uint8Array<ArrayBuffer> {
  return openBytes(personKey, wrappedKey, bytesOf(context));
}

function bytesOf({ reportId, doctorId, patientId, contentHash }: DataKeyContext): Uint8Array {
  const hash = contentHash === null ? 'draft' : Buffer.from(contentHash).toString('hex');
  return Buffer.from(
    `medanchor/v2/data-key/${reportId}/${doctorId}/${patientId ?? 'nobody'}/${hash}`,
  );
}
