import { identityToRecipient } from 'age-encryption';
import { unpackMetadata, type UnpackedMetadata } from '@/registry/metadata/metadata-layout';
import {
  fromHex,
  keyFileName,
  listFileName,
  readKeyFile,
  readList,
  toHex,
  type KeptKey,
} from '@/vault/recovery-kit/kit-files';
import { openSealed } from '@/vault/recovery-kit/open-sealed';
import { openWithKit } from '@/vault/recovery-kit/open-with-kit';
import { askReport, readSealedMetadata, type Registry } from './ask-chain';

/** Where a kit is opened from: the bucket, or files that were chosen by hand. */
export interface KitSources {
  /** The bytes of a file; null when there is none of this name. Rejects when that cannot be known. */
  readFile: (name: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** The names of all files, where they are known. */
  names: readonly string[] | null;
  registry: Registry;
}

/** What the chain knows about a report of a kit. */
export type OnChain =
  | { state: 'sealed'; owner: string; valid: boolean; metadata: UnpackedMetadata | null }
  /** It was sent to the patient, and not sealed. */
  | { state: 'not-sealed' }
  /** The node did not answer. */
  | { state: 'unknown' };

/** A report of a kit: it can be opened. */
export interface KitReport extends KeptKey {
  onChain: OnChain;
}

/** A kit that was opened. */
export interface OpenedKit {
  reports: KitReport[];
  /** Key files that are missing or damaged, by the object that they open. */
  unopened: string[];
  /** The wallets, 0x-hex in small letters, that sealed them, or that the key was made with: they may have sealed more. */
  wallets: string[];
}

/**
 * Opens a kit: finds its key files and asks the chain about each report.
 * @param identity an age identity
 * @param wallet the wallet that it was made with; null for a sheet of paper
 * @returns null when this key opens nothing here: it is of another kit, or these are other files
 */
export async function openKit(
  identity: string,
  sources: KitSources,
  wallet: string | null = null,
): Promise<OpenedKit | null> {
  const objects = await listObjects(identity, sources);
  if (objects === null) return null;
  const reports: KitReport[] = [];
  const unopened: string[] = [];
  for (const objectAddress of objects.addresses) {
    const file = await sources.readFile(keyFileName(objectAddress));
    const opened = file === null ? null : await openWithKit(identity, file);
    const kept = opened?.outcome === 'opened' ? readKeyFile(opened.text) : null;
    if (kept?.objectAddress === objectAddress) {
      reports.push({ ...kept, onChain: await lookUp(sources.registry, kept) });
    } else if (objects.areListed || opened?.outcome !== 'for-others') unopened.push(objectAddress);
  }
  if (!objects.areListed && reports.length === 0) return null;
  return { reports, unopened, wallets: walletsOf(reports, wallet) };
}

interface FoundObjects {
  addresses: string[];
  /** They are from the list of this kit; else every key file is tried. */
  areListed: boolean;
}

async function listObjects(identity: string, sources: KitSources): Promise<FoundObjects | null> {
  const list = await sources.readFile(await listFileName(await identityToRecipient(identity)));
  const opened = list === null ? null : await openWithKit(identity, list);
  const listed = opened?.outcome === 'opened' ? readList(opened.text) : null;
  if (listed !== null) {
    return { addresses: listed.map(({ objectAddress }) => objectAddress), areListed: true };
  }
  if (sources.names === null) return null;
  const addresses = sources.names.flatMap(
    (name) => /^([0-9a-f]{64})\.key\.age$/.exec(name)?.[1] ?? [],
  );
  return { addresses, areListed: false };
}

async function lookUp(registry: Registry, { contentHash, dataKey }: KeptKey): Promise<OnChain> {
  try {
    const answer = await askReport(registry, contentHash);
    if (answer === null) return { state: 'not-sealed' };
    const { owner, valid, addedBlock } = answer;
    const sealed = await readSealedMetadata(registry, contentHash, addedBlock).catch(() => null);
    const opened =
      sealed && (await openSealed(fromHex(dataKey), 'metadata', sealed, fromHex(contentHash)));
    return { state: 'sealed', owner, valid, metadata: opened && unpackMetadata(opened) };
  } catch {
    return { state: 'unknown' };
  }
}

function walletsOf(reports: readonly KitReport[], wallet: string | null): string[] {
  const owners = reports.flatMap(({ onChain }) =>
    onChain.state === 'sealed' ? [onChain.owner] : [],
  );
  return [...new Set([...(wallet === null ? [] : [wallet.toLowerCase()]), ...owners])];
}

/** What came of opening a report. */
export type OpenedReport =
  | { outcome: 'opened'; pdf: Uint8Array<ArrayBuffer> }
  /** The ciphertext is not there. */
  | { outcome: 'missing' }
  /** The ciphertext, or the key file, was changed: what it would show is not what was sealed. */
  | { outcome: 'altered' };

/**
 * Opens the PDF of a report and compares it with the content hash by which the chain knows it.
 * @param report of `openKit`
 */
export async function openKitReport(
  report: KeptKey,
  { readFile }: Pick<KitSources, 'readFile'>,
): Promise<OpenedReport> {
  const sealed = await readFile(report.objectAddress);
  if (sealed === null) return { outcome: 'missing' };
  const hash = fromHex(report.contentHash);
  const pdf = await openSealed(fromHex(report.dataKey), 'document', sealed, hash);
  if (pdf === null) return { outcome: 'altered' };
  const actual = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', pdf)));
  return actual === report.contentHash ? { outcome: 'opened', pdf } : { outcome: 'altered' };
}
