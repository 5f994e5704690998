import { askChain } from '@/platform/chain-rpc';
import { readChainProfile } from './read-chain-profile';
import { readReport } from './read-report';
import type { ReportStatus } from './report-status';
import { issuerWallet } from './sign-attestation';

/** What the chain proves of a content hash. */
export interface ChainProof {
  status: Exclude<ReportStatus, 'none'>;
  /** Who attested it, EIP-55. */
  issuer: string;
  /** False when the issuer's key was compromised before the report was added. */
  trusted: boolean;
  /** Whether that is the key with which this installation attests now. */
  issuerIsOurs: boolean;
  addedBlock: number;
  addedAt: Date;
  /** Blocks on it, its own included. */
  confirmations: number;
  /** When it was withdrawn, retracted or replaced; null while it is valid. */
  endedAt: Date | null;
}

/**
 * What the chain proves of a document now.
 * @param contentHash SHA-256 of the file
 * @returns null when no such report was ever added
 * @throws AppError chain-unavailable
 */
export async function readProof(contentHash: Uint8Array): Promise<ChainProof | null> {
  const report = await readReport(contentHash);
  const { status, issuer, addedBlock, valid } = report;
  if (status === 'none') return null;
  const [head, addedAt, changedAt] = await Promise.all([
    askChain((rpc) => rpc.getBlockNumber()),
    timeOfBlock(addedBlock),
    timeOfBlock(report.permissionsBlock),
  ]);
  return {
    status,
    issuer,
    trusted: valid || status !== 'active',
    issuerIsOurs: issuer === issuerWallet().address,
    addedBlock,
    addedAt,
    confirmations: Math.max(1, head - addedBlock + 1),
    endedAt: status === 'active' ? null : changedAt,
  };
}

/** The state of the proof, for a page. */
export function describeChain(): {
  id: number;
  name: string;
  contract: string;
  explorerUrl: string | null;
} {
  const { chainId, name, registryAddress, explorerUrl } = readChainProfile();
  return { id: chainId, name, contract: registryAddress, explorerUrl };
}

async function timeOfBlock(number: number): Promise<Date> {
  return askChain(async (rpc) => {
    const block = await rpc.getBlock(number);
    if (block === null) throw new Error(`The node does not know block ${number}`);
    return new Date(block.timestamp * 1_000);
  });
}
