import { Interface } from 'ethers';
import { reportRegistryAbi } from '@/generated/report-registry';
import type { Translate } from '@/messages/translator';
import type { AnchorProof } from '@/registry/contract/read-anchor-proof';
import { readChainProfile } from '@/registry/contract/read-chain-profile';

/** What is needed, besides the PDF, to verify an anchored report on the chain without MedAnchor. */
export function describeProof(reportCode: string, anchor: AnchorProof, t: Translate) {
  const chain = readChainProfile();
  return {
    format: 'medanchor-proof',
    version: 1,
    reportCode,
    contentHash: anchor.contentHash,
    hashAlgorithm: t('reports.exportProof.hashAlgorithm'),
    chain: { id: chain.chainId, name: chain.name, registry: chain.registryAddress },
    anchored: {
      transaction: anchor.transactionHash,
      block: anchor.block,
      at: anchor.at.toISOString(),
      owner: anchor.owner,
      issuer: anchor.issuer,
    },
    check: [t('reports.exportProof.checkHash'), t('reports.exportProof.checkChain')],
    abi: getReportAbi(),
  };
}

/** The one function that a verifier needs, as JSON ABI. */
function getReportAbi(): unknown {
  const fragment = new Interface(reportRegistryAbi).getFunction('getReport');
  const abi: unknown = JSON.parse(fragment?.format('json') ?? 'null');
  return [abi];
}
