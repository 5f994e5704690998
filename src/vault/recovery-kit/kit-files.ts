/** The names and contents of the two kinds of files of a recovery kit. Described in docs/recovery-kit.md. */

/** What opens one report: the content of its key file. */
export interface KeptKey {
  /** Hex SHA-256 of the PDF. */
  contentHash: string;
  /** Hex SHA-256 of the ciphertext: its name in the bucket. */
  objectAddress: string;
  /** Hex, 32 bytes. */
  dataKey: string;
}

/** A report in the list of a kit. */
export type ListedReport = Pick<KeptKey, 'contentHash' | 'objectAddress'>;

const KEY_FORMAT = 'medanchor-key/1';
const LIST_FORMAT = 'medanchor-kit/1';
/** Lists have a multiple of so many bytes, so that their length does not show how many reports a person has. */
const LIST_STEP = 4_096;
const HASH = /^[0-9a-f]{64}$/;

/** The name of the key file that lies beside a ciphertext. */
export function keyFileName(objectAddress: string): string {
  return `${objectAddress}.key.age`;
}

/** The name of the list of a person's reports, which only the owner of the recipient's secret key can find. */
export async function listFileName(recipient: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(recipient));
  return `${toHex(new Uint8Array(digest))}.kit.age`;
}

/** The content of a key file. */
export function writeKeyFile({ contentHash, objectAddress, dataKey }: KeptKey): string {
  const content = { format: KEY_FORMAT, contentHash, object: objectAddress, dataKey };
  return `${JSON.stringify(content)}\n`;
}

/**
 * Reads the content of a key file.
 * @returns null when it is of another format
 */
export function readKeyFile(text: string): KeptKey | null {
  const content = readObject(text);
  if (content?.['format'] !== KEY_FORMAT) return null;
  const { contentHash, object: objectAddress, dataKey } = content;
  if (!isHash(contentHash) || !isHash(objectAddress) || !isHash(dataKey)) return null;
  return { contentHash, objectAddress, dataKey };
}

/** The content of a list. */
export function writeList(reports: readonly ListedReport[]): string {
  const listed = reports.map(({ contentHash, objectAddress }) => ({
    contentHash,
    object: objectAddress,
  }));
  const text = JSON.stringify({ format: LIST_FORMAT, reports: listed });
  return `${text.padEnd(Math.ceil((text.length + 1) / LIST_STEP) * LIST_STEP - 1)}\n`;
}

/**
 * Reads the content of a list.
 * @returns null when it is of another format
 */
export function readList(text: string): ListedReport[] | null {
  const content = readObject(text);
  if (content?.['format'] !== LIST_FORMAT || !Array.isArray(content['reports'])) return null;
  return content['reports'].flatMap((listed: unknown) => {
    if (!isRecord(listed)) return [];
    const { contentHash, object: objectAddress } = listed;
    return isHash(contentHash) && isHash(objectAddress) ? [{ contentHash, objectAddress }] : [];
  });
}

/** Bytes as hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Hex as bytes, with or without 0x. */
export function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  const pairs = hex.replace(/^0x/, '').match(/../g) ?? [];
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16));
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readObject(text: string): Record<string, unknown> | null {
  try {
    const content: unknown = JSON.parse(text);
    return isRecord(content) ? content : null;
  } catch {
    return null;
  }
}
