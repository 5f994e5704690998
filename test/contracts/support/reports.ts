import {
  hexlify,
  id,
  type JsonRpcSigner,
  keccak256,
  randomBytes,
  Signature,
  type TransactionReceipt,
  type TypedDataDomain,
} from 'ethers';
import { z } from 'zod';
import type { RegistryChain } from './registry-chain';

/** An expiry that serves as "never". */
export const NEVER = 2n ** 40n - 1n;

/** The contract's `Status`. */
export const STATUS = { none: 0n, active: 1n, withdrawn: 2n, retracted: 3n, superseded: 4n };

/** `replacement` of a plain retraction; also the hash of an empty permission list. */
export const ZERO = `0x${'0'.repeat(64)}`;

const REPORT_TYPE = {
  Report: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'metadataHash', type: 'bytes32' },
    { name: 'owner', type: 'address' },
    { name: 'deadline', type: 'uint40' },
  ],
};

/** What `addReport` takes, by the names of the contract's `ReportInput`. */
export interface ReportInput {
  contentHash: string;
  sealedMetadata: string;
  permissions: string[];
  deadline: number;
  r: string;
  vs: string;
}

/** What an attestation may deviate in. */
export interface AttestationWishes {
  contentHash?: string;
  sealedMetadata?: string;
  permissions?: string[];
  deadline?: number;
  /** By default the issuer. */
  signer?: JsonRpcSigner;
  /** By default the owner. */
  owner?: JsonRpcSigner;
  domain?: TypedDataDomain;
}

let lastReport = 0;

/** The unix time of the latest block. */
export async function latestTime({ provider }: RegistryChain): Promise<number> {
  const block = await provider.getBlock('latest');
  return block?.timestamp ?? 0;
}

/** The EIP-712 domain of the registry. */
export function domainOf({ chainId, registry }: RegistryChain): TypedDataDomain {
  return { name: 'MedAnchor ReportRegistry', version: '1', chainId, verifyingContract: registry };
}

/** Signs an attestation for a new report with 300 bytes of metadata and no viewers. */
export async function attest(
  chain: RegistryChain,
  wishes: AttestationWishes = {},
): Promise<ReportInput> {
  const contentHash = wishes.contentHash ?? id(`report ${++lastReport}`);
  const sealedMetadata = wishes.sealedMetadata ?? hexlify(randomBytes(300));
  const deadline = wishes.deadline ?? (await latestTime(chain)) + 3_600;
  const { signer = chain.issuer, owner = chain.owner } = wishes;
  const signature = await signer.signTypedData(wishes.domain ?? domainOf(chain), REPORT_TYPE, {
    contentHash,
    metadataHash: keccak256(sealedMetadata),
    owner: owner.address,
    deadline,
  });
  const { r, yParityAndS } = Signature.from(signature);
  const permissions = wishes.permissions ?? [];
  return { contentHash, sealedMetadata, permissions, deadline, r, vs: yParityAndS };
}

/** Sends `addReport`. */
export function addReport(
  { send }: RegistryChain,
  from: JsonRpcSigner,
  { contentHash, sealedMetadata, permissions, deadline, r, vs }: ReportInput,
): Promise<TransactionReceipt> {
  return send(from, 'addReport', contentHash, sealedMetadata, permissions, deadline, r, vs);
}

/** Attests a report and lets its owner add it. */
export async function anchor(
  chain: RegistryChain,
  wishes: AttestationWishes = {},
): Promise<ReportInput & { block: number }> {
  const input = await attest(chain, wishes);
  const receipt = await addReport(chain, wishes.owner ?? chain.owner, input);
  return { ...input, block: receipt.blockNumber };
}

const reportSchema = z.tuple([
  z.tuple([z.string(), z.string(), z.bigint(), z.bigint(), z.bigint(), z.string()]),
  z.boolean(),
]);

/** The report as the contract answers it, and whether it is valid. */
export async function readReport(chain: RegistryChain, contentHash: string) {
  const [fields, valid] = reportSchema.parse(await chain.ask('getReport', contentHash));
  const [owner, issuer, status, addedBlock, permissionsBlock, permissionsHash] = fields;
  return { owner, issuer, status, addedBlock, permissionsBlock, permissionsHash, valid };
}

/** One event of the registry. */
export interface RegistryEvent {
  name: string;
  args: unknown[];
}

/** The registry's own events in a receipt, in order. */
export function eventsOf(
  { abi, registry }: RegistryChain,
  receipt: TransactionReceipt,
): RegistryEvent[] {
  return receipt.logs
    .filter((log) => log.address === registry)
    .map((log) => abi.parseLog(log))
    .map((event) => ({ name: event?.name ?? 'unknown', args: event?.args.toArray(true) ?? [] }));
}

/** A permission word. */
export function permission(tag: bigint, expiry: bigint | number = NEVER): string {
  return `0x${((tag << 40n) | BigInt(expiry)).toString(16).padStart(64, '0')}`;
}

/** As many permission words as wanted, all different. */
export function permissions(count: number): string[] {
  return Array.from({ length: count }, (_, index) => permission(BigInt(index + 1)));
}
