import { readChainProfile } from '@/registry/contract/read-chain-profile';
import type { AnchorProof } from '@/registry/contract/read-anchor-proof';
import type { Validity } from '@/reports/retraction/validity-of';
import { SealLine } from './seal-line';

interface ReportSealProps {
  /** Null, as `validity`, for a report that is not on the chain. */
  proof: AnchorProof | null;
  validity: Validity | null;
  /** The doctor with the clinic. */
  issuedBy: string;
  /** Whether the stored file was compared with the blockchain for this page. */
  compared: boolean;
}

/** The seal of a report for its patient and its doctor; nothing for one that is not on the chain. */
export function ReportSeal({ proof, validity, issuedBy, compared }: ReportSealProps) {
  if (proof === null || validity === null) return null;
  return (
    <SealLine
      seal={{
        at: proof.at.toISOString(),
        block: proof.block,
        chainName: readChainProfile().name,
        issuer: proof.issuer,
      }}
      issuedBy={issuedBy}
      compared={compared}
      valid={validity.outcome === 'not-asked' ? null : validity.outcome === 'valid'}
      asked={askedSentence(validity)}
    />
  );
}

function askedSentence(validity: Validity): string {
  if (validity.outcome === 'not-asked') {
    return 'The blockchain cannot be asked now. Reload the page later.';
  }
  if (validity.outcome !== 'invalid' || validity.onChain === true) {
    return 'The blockchain was asked just now.';
  }
  return validity.onChain === null
    ? 'It was taken back. The blockchain cannot be asked now.'
    : 'It was taken back. The blockchain will show it in a few minutes.';
}
