import { useTranslations } from 'next-intl';
import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ExplorerLink } from '@/components/explorer-link';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import { transactionUrl, type ChainProfile } from '@/registry/contract/chain-profile';
import type { AnchorProof } from '@/registry/contract/read-anchor-proof';

interface ProofCardProps {
  reportId: string;
  proof: AnchorProof;
  chain: ChainProfile;
}

/** Where a report is on the blockchain, and the file that proves it without MedAnchor. */
export function ProofCard({ reportId, proof, chain }: ProofCardProps) {
  const t = useTranslations();
  return (
    <Card component="section" aria-labelledby="proof">
      <Stack gap="md">
        <Title order={2} size="h3" id="proof">
          {t('reports.proofCard.title')}
        </Title>
        <FactList>
          <Fact name={t('reports.proofCard.sealed')}>
            <ZonedTime at={proof.at.toISOString()} />
          </Fact>
          <Fact name={t('reports.proofCard.network')}>
            {t('reports.proofCard.networkAndBlock', { name: chain.name, block: proof.block })}
          </Fact>
          <Fact name={t('reports.proofCard.fingerprint')}>
            <Copyable name={t('reports.proofCard.copy.fingerprint')} text={proof.contentHash} />
          </Fact>
          <Fact name={t('reports.proofCard.transaction')}>
            <Copyable name={t('reports.proofCard.copy.transaction')} text={proof.transactionHash} />
            <ExplorerLink url={transactionUrl(chain, proof.transactionHash)} />
          </Fact>
          <Fact name={t('reports.proofCard.issuer')}>
            <Copyable name={t('reports.proofCard.copy.issuer')} text={proof.issuer} />
          </Fact>
          <Fact name={t('reports.proofCard.owner')}>
            <Copyable name={t('reports.proofCard.copy.owner')} text={proof.owner} />
          </Fact>
        </FactList>
        <div>
          <Button
            component="a"
            href={`/api/reports/${reportId}/proof`}
            download
            variant="default"
            fullWidth
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {t('reports.proofCard.download')}
          </Button>
          <Text size="sm" c="dimmed" mt={6}>
            {t('reports.proofCard.downloadHint')}
          </Text>
        </div>
      </Stack>
    </Card>
  );
}
