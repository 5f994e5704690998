import { readReportCode } from './read-report-code';

/** A report's PDF has less than one megabyte; what is far larger is not one, and would freeze a phone. */
const LARGEST_BYTES = 25 * 1_048_576;

/** Some programs put a few bytes before the header (ISO 32000-1, annex H.3.4.1). */
const HEADER_WITHIN = 1_024;

/** The result of examining a file in the browser. */
export type Examination =
  | { outcome: 'examined'; contentHash: string; code: string | null }
  | { outcome: 'too-large' | 'not-a-pdf' | 'unreadable' | 'no-web-crypto' };

/** Hashes a file in the browser and looks for the report code inside. */
export async function examineFile(file: File): Promise<Examination> {
  if (file.size > LARGEST_BYTES) return { outcome: 'too-large' };
  // Browsers offer it on https and localhost only.
  if (!('subtle' in crypto)) return { outcome: 'no-web-crypto' };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { outcome: 'unreadable' };
  }
  if (!isPdf(bytes)) return { outcome: 'not-a-pdf' };
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { outcome: 'examined', contentHash: `0x${hex}`, code: await readReportCode(bytes) };
}

function isPdf(bytes: ArrayBuffer): boolean {
  const head = new Uint8Array(bytes.slice(0, HEADER_WITHIN));
  return new TextDecoder('latin1').decode(head).includes('%PDF-');
}
