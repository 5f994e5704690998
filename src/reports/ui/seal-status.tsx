import { useTranslations } from 'next-intl';
import type { Translate } from '@/messages/translator';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import type { AnchorProof } from '@/registry/contract/read-anchor-proof';
import type { Validity } from '@/reports/retraction/validity-of';
import { SealLine } from './seal-line';

interface SealStatusProps {
  /** Null, as `validity`, for a report that is not on the chain. */
  proof: AnchorProof | null;
  validity: Validity | null;
  /** The doctor with the clinic. */
  issuedBy: string;
  /** Whether the stored file was compared with the blockchain for this page. */
  compared: boolean;
}

/** The seal of a report for its patient and its doctor; nothing for one that is not on the chain. */
export function SealStatus({ proof, validity, issuedBy, compared }: SealStatusProps) {
  const t = useTranslations();
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
      asked={askedSentence(validity, t)}
    />
  );
}

function askedSentence(validity: Validity, t: Translate): string {
  if (validity.outcome === 'not-asked') {
    return t('reports.sealStatus.notAsked');
  }
  if (validity.outcome !== 'invalid' || validity.onChain === true) {
    return t('reports.sealStatus.asked');
  }
  return validity.onChain === null
    ? t('reports.sealStatus.endedNotAsked')
    : t('reports.sealStatus.endedNotOnChain');
}
