import {
  concat,
  type JsonRpcSigner,
  keccak256,
  Signature,
  type TransactionReceipt,
  type TypedDataDomain,
} from 'ethers';
import type { RegistryChain } from './registry-chain';
import { domainOf, latestTime, readReport, type ReportInput, ZERO } from './reports';

const CONSENT = [
  { name: 'contentHash', type: 'bytes32' },
  { name: 'metadataHash', type: 'bytes32' },
  { name: 'permissionsHash', type: 'bytes32' },
  { name: 'deadline', type: 'uint40' },
];

const LIST_CONSENT = {
  ListConsent: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'expectedBlock', type: 'uint40' },
    { name: 'permissionsHash', type: 'bytes32' },
    { name: 'deadline', type: 'uint40' },
  ],
};

const WITHDRAWAL_CONSENT = {
  WithdrawalConsent: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'expectedBlock', type: 'uint40' },
    { name: 'deadline', type: 'uint40' },
  ],
};

/** Who signs a consent, and for which domain; by default the owner, for the registry. */
export interface ConsentWishes {
  signer?: JsonRpcSigner;
  domain?: TypedDataDomain;
}

/** What a consent to a change may deviate in. */
export interface ChangeWishes extends ConsentWishes {
  expectedBlock?: number | bigint;
  deadline?: number;
}

/** The two words of a signature, as the contract takes them. */
export type Words = [r: string, vs: string];

/** Signs the owner's consent to one attested report. */
export function consent(
  chain: RegistryChain,
  report: ReportInput,
  wishes: ConsentWishes = {},
): Promise<Words> {
  return sign(chain, wishes, { Consent: CONSENT }, valueOf(report));
}

/** Signs the owner's consent to several attested reports. */
export function consentToAll(
  chain: RegistryChain,
  reports: readonly ReportInput[],
  wishes: ConsentWishes = {},
): Promise<Words> {
  const types = { Consents: [{ name: 'reports', type: 'Consent[]' }], Consent: CONSENT };
  return sign(chain, wishes, types, { reports: reports.map(valueOf) });
}

/** Sends `addReportFor`. */
export function addReportFor(
  { send, owner }: RegistryChain,
  from: JsonRpcSigner,
  report: ReportInput,
  words: Words,
  of: JsonRpcSigner = owner,
): Promise<TransactionReceipt> {
  return send(from, 'addReportFor', of.address, report, ...words);
}

/** What `setPermissionsFor` takes, signed by the owner. */
export async function consentToList(
  chain: RegistryChain,
  contentHash: string,
  list: readonly string[],
  wishes: ChangeWishes = {},
): Promise<unknown[]> {
  const { expectedBlock, deadline } = await changeOf(chain, contentHash, wishes);
  const value = { contentHash, expectedBlock, permissionsHash: hashOf(list), deadline };
  const words = await sign(chain, wishes, LIST_CONSENT, value);
  return [chain.owner.address, contentHash, expectedBlock, list, deadline, ...words];
}

/** What `withdrawReportFor` takes, signed by the owner. */
export async function consentToWithdrawal(
  chain: RegistryChain,
  contentHash: string,
  wishes: ChangeWishes = {},
): Promise<unknown[]> {
  const { expectedBlock, deadline } = await changeOf(chain, contentHash, wishes);
  const value = { contentHash, expectedBlock, deadline };
  const words = await sign(chain, wishes, WITHDRAWAL_CONSENT, value);
  return [chain.owner.address, contentHash, expectedBlock, deadline, ...words];
}

async function changeOf(chain: RegistryChain, contentHash: string, wishes: ChangeWishes) {
  const { permissionsBlock } = await readReport(chain, contentHash);
  return {
    expectedBlock: wishes.expectedBlock ?? permissionsBlock,
    deadline: wishes.deadline ?? (await latestTime(chain)) + 3_600,
  };
}

function valueOf({ contentHash, sealedMetadata, permissions, deadline }: ReportInput) {
  const metadataHash = keccak256(sealedMetadata);
  return { contentHash, metadataHash, permissionsHash: hashOf(permissions), deadline };
}

function hashOf(list: readonly string[]): string {
  return list.length === 0 ? ZERO : keccak256(concat(list));
}

async function sign(
  chain: RegistryChain,
  { signer = chain.owner, domain = domainOf(chain) }: ConsentWishes,
  types: Record<string, { name: string; type: string }[]>,
  value: Record<string, unknown>,
): Promise<Words> {
  const { r, yParityAndS } = Signature.from(await signer.signTypedData(domain, types, value));
  return [r, yParityAndS];
}
