import { hexlify, keccak256, Signature, Wallet } from 'ethers';
import { env } from '@/platform/env';
import { unixSeconds } from './unix-seconds';

/** What the issuer vouches for. */
export interface Attestation {
  /** SHA-256 of the PDF. */
  contentHash: Uint8Array;
  sealedMetadata: Uint8Array;
  /** The only account that can use the attestation. */
  owner: string;
  /** The last second at which it can be used. */
  deadline: Date;
}

/** An ERC-2098 compact signature, as the contract takes it. */
export interface CompactSignature {
  r: string;
  vs: string;
}

const TYPES = {
  Report: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'metadataHash', type: 'bytes32' },
    { name: 'owner', type: 'address' },
    { name: 'deadline', type: 'uint40' },
  ],
};

/** The issuer's account. It signs on this machine; what it sends goes through `askChain`. */
export function issuerWallet(): Wallet {
  return new Wallet(env().ISSUER_PRIVATE_KEY);
}

/** The EIP-712 domain of the contract, which wallets show beside a message. */
export function registryDomain() {
  const { CHAIN_ID, REGISTRY_ADDRESS } = env();
  return {
    name: 'MedAnchor ReportRegistry',
    version: '1',
    chainId: CHAIN_ID,
    verifyingContract: REGISTRY_ADDRESS,
  };
}

/** Signs, as issuer, the EIP-712 message that `addReport` asks for (contracts/IReportRegistry.sol). */
export async function signAttestation(attestation: Attestation): Promise<CompactSignature> {
  const signature = await issuerWallet().signTypedData(registryDomain(), TYPES, {
    contentHash: hexlify(attestation.contentHash),
    metadataHash: keccak256(attestation.sealedMetadata),
    owner: attestation.owner,
    deadline: unixSeconds(attestation.deadline),
  });
  const { r, yParityAndS } = Signature.from(signature);
  return { r, vs: yParityAndS };
}
