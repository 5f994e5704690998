import crypto, { type DecipherGCM } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** What this process decrypts from now on. */
export interface DecryptionCounts {
  reset: () => void;
  /** Files: far larger than keys and the sealed metadata. */
  documents: () => number;
  /** Keys and metadata. */
  others: () => number;
}

/** Smaller than any PDF of ours, larger than any sealed metadata. */
const DOCUMENT_BYTES = 8_192;

/** Counts at node:crypto itself, so that no way of ours around it stays uncounted. */
export function countDecryptions(): DecryptionCounts {
  let [documents, others] = [0, 0];
  const original = crypto.createDecipheriv.bind(crypto);
  const counted = (...args: Parameters<typeof original>) => {
    const decipher = original(...args) as DecipherGCM;
    const update = decipher.update.bind(decipher) as (data: Uint8Array) => Buffer;
    return Object.assign(decipher, {
      update: (data: Uint8Array) => {
        if (data.length >= DOCUMENT_BYTES) documents += 1;
        else others += 1;
        return update(data);
      },
    });
  };
  Object.assign(crypto, { createDecipheriv: counted });
  syncBuiltinESMExports();
  return {
    reset: () => {
      [documents, others] = [0, 0];
    },
    documents: () => documents,
    others: () => others,
  };
}
