import { fromHex } from '@/vault/recovery-kit/kit-files';

/**
 * Sends one JSON-RPC request, until `stop` ends it.
 * @returns its `result`; rejects when the node refuses or does not answer
 */
export type Rpc = (
  method: string,
  params: readonly unknown[],
  stop?: AbortSignal,
) => Promise<unknown>;

/** The contract that is asked, and how. */
export interface Registry {
  rpc: Rpc;
  address: string;
  /** The block in which it was deployed. */
  fromBlock: number;
}

/** `getReport(bytes32)` and `ReportAdded` as the ABI encodes them; a test compares them with the contract's interface. */
export const GET_REPORT = '0x171c4f11';
export const REPORT_ADDED = '0x6ca34ca8f2b1e137022e99c1f586b94192178c8f6a4e87c1129999256ab25f65';

/** A report as the chain has it. */
export interface ChainAnswer {
  /** 0x-hex in small letters. */
  owner: string;
  /** Whether it is Active and its issuer's key was not compromised. */
  valid: boolean;
  addedBlock: number;
}

const WORD = 64;

/**
 * Asks the contract about a report.
 * @param contentHash hex SHA-256 of the PDF
 * @returns null when no report with this hash was ever sealed
 */
export async function askReport(
  { rpc, address }: Registry,
  contentHash: string,
): Promise<ChainAnswer | null> {
  const call = { to: address, data: GET_REPORT + contentHash };
  const answer = await rpc('eth_call', [call, 'latest']);
  // owner, issuer, status, addedBlock, permissionsBlock, permissionsHash, valid: one word each.
  if (typeof answer !== 'string' || answer.length !== 2 + 7 * WORD) {
    throw new Error('There is no registry of reports at this address');
  }
  const word = (index: number) => answer.slice(2 + index * WORD, 2 + (index + 1) * WORD);
  const addedBlock = Number.parseInt(word(3), 16);
  if (addedBlock === 0) return null;
  return { owner: `0x${word(0).slice(24)}`, valid: /1$/.test(word(6)), addedBlock };
}

/**
 * The sealed metadata of a report, from the log of the block that added it.
 * @returns null when the node no longer has the log
 */
export async function readSealedMetadata(
  { rpc, address }: Registry,
  contentHash: string,
  addedBlock: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const block = toQuantity(addedBlock);
  const logs = await rpc('eth_getLogs', [
    { address, fromBlock: block, toBlock: block, topics: [REPORT_ADDED, `0x${contentHash}`] },
  ]);
  const [log] = readLogs(logs);
  if (log === undefined) return null;
  // The offset of the bytes, then, there, their length and they themselves.
  const offset = Number.parseInt(log.data.slice(2, 2 + WORD), 16) * 2 + 2;
  const length = Number.parseInt(log.data.slice(offset, offset + WORD), 16) * 2;
  return fromHex(log.data.slice(offset + WORD, offset + WORD + length));
}

/** The number of the newest block. */
export async function readHead({ rpc }: Registry, stop: AbortSignal): Promise<number> {
  const head = Number(await rpc('eth_blockNumber', [], stop));
  if (!Number.isSafeInteger(head)) throw new Error('The node answered no number of a block');
  return head;
}

/**
 * The content hashes of the reports that wallets sealed in a range of blocks.
 * @param owners 0x-hex
 */
export async function listSealedBy(
  { rpc, address }: Registry,
  owners: readonly string[],
  { from, to }: { from: number; to: number },
  stop: AbortSignal,
): Promise<string[]> {
  const words = owners.map((owner) => `0x${owner.slice(2).toLowerCase().padStart(WORD, '0')}`);
  const filter = {
    address,
    fromBlock: toQuantity(from),
    toBlock: toQuantity(to),
    topics: [REPORT_ADDED, null, words],
  };
  const logs = await rpc('eth_getLogs', [filter], stop);
  return readLogs(logs).flatMap(({ topics: [, hash] }) => hash?.slice(2) ?? []);
}

interface Log {
  topics: string[];
  data: string;
}

function readLogs(answer: unknown): Log[] {
  if (!Array.isArray(answer)) throw new Error('The node answered no list of logs');
  return answer.filter(isLog);
}

function isLog(log: unknown): log is Log {
  return (
    log instanceof Object &&
    'topics' in log &&
    Array.isArray(log.topics) &&
    log.topics.every((topic) => typeof topic === 'string') &&
    'data' in log &&
    typeof log.data === 'string'
  );
}

function toQuantity(number: number): string {
  return `0x${number.toString(16)}`;
}
