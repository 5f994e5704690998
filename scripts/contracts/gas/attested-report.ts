import { keccak256, Signature, type TypedDataDomain } from 'ethers';
import type { MeasuredContract, MeasuringChain } from './measuring-chain';
import { contentHashOf, DEADLINE, permissionWords, sealedMetadata } from './payload';

const REPORT_TYPE = {
  Report: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'metadataHash', type: 'bytes32' },
    { name: 'owner', type: 'address' },
    { name: 'deadline', type: 'uint40' },
  ],
};

/** The EIP-712 domain of a measured registry. */
export function domainOf(chainId: bigint, { address }: MeasuredContract): TypedDataDomain {
  return { name: 'MedAnchor ReportRegistry', version: '1', chainId, verifyingContract: address };
}

/** What `addReport` takes for the bench's nth report, in the order of the struct `ReportInput`. */
export async function reportArguments(
  { issuer, owner, chainId }: MeasuringChain,
  registry: MeasuredContract,
  index: number,
  viewers: number,
): Promise<unknown[]> {
  const contentHash = contentHashOf(index);
  const metadata = sealedMetadata(index);
  const signature = await issuer.signTypedData(domainOf(chainId, registry), REPORT_TYPE, {
    contentHash,
    metadataHash: keccak256(metadata),
    owner: owner.address,
    deadline: DEADLINE,
  });
  const { r, yParityAndS } = Signature.from(signature);
  return [contentHash, metadata, permissionWords(viewers), DEADLINE, r, yParityAndS];
}
