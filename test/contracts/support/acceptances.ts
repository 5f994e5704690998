import {
  type JsonRpcSigner,
  Signature,
  type TransactionReceipt,
  type TypedDataDomain,
} from 'ethers';
import type { RegistryChain } from './registry-chain';
import { domainOf, latestTime, readReport } from './reports';

const ACCEPTANCE_TYPE = {
  Acceptance: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'owner', type: 'address' },
    { name: 'newOwner', type: 'address' },
    { name: 'permissionsBlock', type: 'uint40' },
    { name: 'deadline', type: 'uint40' },
  ],
};

/** What `transferReport` takes. */
export interface Acceptance {
  contentHash: string;
  newOwner: string;
  deadline: number;
  r: string;
  vs: string;
}

/** An acceptance as `transferReport` takes it. */
export function wordsOf({ contentHash, newOwner, deadline, r, vs }: Acceptance): unknown[] {
  return [contentHash, newOwner, deadline, r, vs];
}

/** What an acceptance may deviate in. */
export interface AcceptanceWishes {
  /** By default the present owner. */
  owner?: JsonRpcSigner;
  newOwner?: JsonRpcSigner;
  /** By default the new owner. */
  signer?: JsonRpcSigner;
  permissionsBlock?: bigint;
  deadline?: number;
  domain?: TypedDataDomain;
}

/** Signs the new owner's acceptance of a report as it stands. */
export async function accept(
  chain: RegistryChain,
  contentHash: string,
  wishes: AcceptanceWishes = {},
): Promise<Acceptance> {
  const { owner = chain.owner, newOwner = chain.newOwner } = wishes;
  const report = await readReport(chain, contentHash);
  const deadline = wishes.deadline ?? (await latestTime(chain)) + 3_600;
  const signer = wishes.signer ?? newOwner;
  const signature = await signer.signTypedData(wishes.domain ?? domainOf(chain), ACCEPTANCE_TYPE, {
    contentHash,
    owner: owner.address,
    newOwner: newOwner.address,
    permissionsBlock: wishes.permissionsBlock ?? report.permissionsBlock,
    deadline,
  });
  const { r, yParityAndS } = Signature.from(signature);
  return { contentHash, newOwner: newOwner.address, deadline, r, vs: yParityAndS };
}

/** Sends `transferReport`. */
export function transferReport(
  { send }: RegistryChain,
  from: JsonRpcSigner,
  acceptance: Acceptance,
): Promise<TransactionReceipt> {
  return send(from, 'transferReport', ...wordsOf(acceptance));
}
