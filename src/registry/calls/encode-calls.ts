import { hexlify, toQuantity } from 'ethers';
import { env } from '@/platform/env';
import { ROLE_HASHES } from '@/registry/contract/chain-roles';
import { registryInterface } from '@/registry/contract/report-registry';
import type { Attestation, CompactSignature } from '@/registry/contract/sign-attestation';
import { unixSeconds } from '@/registry/contract/unix-seconds';

/** A transaction for a wallet, as `eth_sendTransaction` takes it; the wallet adds who pays and how much. */
export interface CallRequest {
  /** The contract. */
  to: string;
  data: string;
  /** 0x-hex, as `wallet_switchEthereumChain` takes it too. */
  chainId: string;
  value: '0x0';
}

/** What `addReport` takes; the sender becomes the owner. */
export type AddReportCall = Omit<Attestation, 'owner'> &
  CompactSignature & {
    /** Permission words. */
    permissions: readonly string[];
  };

/** `addReport` for the patient's wallet. */
export function encodeAddReport(call: AddReportCall): CallRequest {
  return encodeCall('addReport', addReportArguments(call));
}

/** `addReports` for the patient's wallet: all of them in one transaction, or none. */
export function encodeAddReports(calls: readonly AddReportCall[]): CallRequest {
  return encodeCall('addReports', [calls.map(addReportArguments)]);
}

/** `addReportFor` or, for several, `addReportsFor`: what others send under the owner's consent. */
export function encodeAddReportsFor(
  owner: string,
  calls: readonly AddReportCall[],
  { r, vs }: CompactSignature,
): CallRequest {
  const reports = calls.map(addReportArguments);
  return calls.length === 1
    ? encodeCall('addReportFor', [owner, reports[0], r, vs])
    : encodeCall('addReportsFor', [owner, reports, r, vs]);
}

/** In the order of the function's parameters, which is that of the struct `ReportInput`. */
function addReportArguments(call: AddReportCall): unknown[] {
  return [
    hexlify(call.contentHash),
    hexlify(call.sealedMetadata),
    call.permissions,
    unixSeconds(call.deadline),
    call.r,
    call.vs,
  ];
}

/**
 * `setPermissions` for the patient's wallet: the whole new list.
 * @param call.expectedBlock the `permissionsBlock` of the list that the person saw (readReport)
 */
export function encodeSetPermissions(call: SetPermissionsCall): CallRequest {
  return encodeCall('setPermissions', [
    hexlify(call.contentHash),
    call.expectedBlock,
    call.permissions,
  ]);
}

/** What `setPermissions` takes. */
interface SetPermissionsCall {
  contentHash: Uint8Array;
  expectedBlock: number;
  /** Permission words. */
  permissions: readonly string[];
}

/** `setPermissionsFor`: what others send under the owner's consent. */
export function encodeSetPermissionsFor(
  owner: string,
  call: SetPermissionsCall & { deadline: Date },
  { r, vs }: CompactSignature,
): CallRequest {
  return encodeCall('setPermissionsFor', [
    owner,
    hexlify(call.contentHash),
    call.expectedBlock,
    call.permissions,
    unixSeconds(call.deadline),
    r,
    vs,
  ]);
}

/** `withdrawReport` for the patient's wallet. */
export function encodeWithdrawReport(contentHash: Uint8Array): CallRequest {
  return encodeCall('withdrawReport', [hexlify(contentHash)]);
}

/** `withdrawReportFor`: what others send under the owner's consent. */
export function encodeWithdrawReportFor(
  owner: string,
  call: { contentHash: Uint8Array; expectedBlock: number; deadline: Date },
  { r, vs }: CompactSignature,
): CallRequest {
  const { contentHash, expectedBlock, deadline } = call;
  const args = [owner, hexlify(contentHash), expectedBlock, unixSeconds(deadline), r, vs];
  return encodeCall('withdrawReportFor', args);
}

/**
 * `retractReport` for the issuer.
 * @param replacement the report to read instead; null for a plain retraction
 */
export function encodeRetractReport(
  contentHash: Uint8Array,
  replacement: Uint8Array | null,
): CallRequest {
  return encodeCall('retractReport', [
    hexlify(contentHash),
    hexlify(replacement ?? new Uint8Array(32)),
  ]);
}

/** `proposeRecovery`, for a holder of the role. */
export function encodeProposeRecovery(oldOwner: string, newOwner: string): CallRequest {
  return encodeCall('proposeRecovery', [oldOwner, newOwner]);
}

/** `vetoRecovery`, for the old wallet or a holder of the role. */
export function encodeVetoRecovery(oldOwner: string): CallRequest {
  return encodeCall('vetoRecovery', [oldOwner]);
}

/** `executeRecovery`, for the new wallet. */
export function encodeExecuteRecovery(oldOwner: string): CallRequest {
  return encodeCall('executeRecovery', [oldOwner]);
}

/** `grantRole` of the issuers' role, for the default admin. */
export function encodeAppointIssuer(issuer: string): CallRequest {
  return encodeCall('grantRole', [ROLE_HASHES.ISSUER, issuer]);
}

/** `revokeRole` of the issuers' role, for the default admin. */
export function encodeDismissIssuer(issuer: string): CallRequest {
  return encodeCall('revokeRole', [ROLE_HASHES.ISSUER, issuer]);
}

/** `markCompromised`, for the default admin. */
export function encodeMarkCompromised(issuer: string, fromBlock: number): CallRequest {
  return encodeCall('markCompromised', [issuer, fromBlock]);
}

type ContractCall =
  | 'addReport'
  | 'addReports'
  | 'addReportFor'
  | 'addReportsFor'
  | 'setPermissions'
  | 'setPermissionsFor'
  | 'retractReport'
  | 'withdrawReport'
  | 'withdrawReportFor'
  | 'proposeRecovery'
  | 'vetoRecovery'
  | 'executeRecovery'
  | 'grantRole'
  | 'revokeRole'
  | 'markCompromised';

function encodeCall(name: ContractCall, args: readonly unknown[]): CallRequest {
  return {
    to: env().REGISTRY_ADDRESS,
    data: registryInterface.encodeFunctionData(name, args),
    chainId: toQuantity(env().CHAIN_ID),
    value: '0x0',
  };
}
