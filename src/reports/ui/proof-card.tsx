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

/** Where on the blockchain a report is, and what to take away to prove it elsewhere. */
export function ProofCard({ reportId, proof, chain }: ProofCardProps) {
  const t = useTranslations();
  return (
    <Card component="section" aria-labelledby="proof">
      <Stack gap="md">
        <Title order={2} size="h3" id="proof">
          {t('reports.proofCard.proof')}
        </Title>
        <FactList>
          <Fact name="Sealed">
            <ZonedTime at={proof.at.toISOString()} />
          </Fact>
          <Fact name="Network">
            {t('reports.proofCard.nameBlockBlock', { name: chain.name, block: proof.block })}
          </Fact>
          <Fact name={t('reports.proofCard.fingerprintOfThePDFSHA256')}>
            <Copyable name="fingerprint" text={proof.contentHash} />
          </Fact>
          <Fact name="Transaction">
            <Copyable name="transaction" text={proof.transactionHash} />
            <ExplorerLink url={transactionUrl(chain, proof.transactionHash)} />
          </Fact>
          <Fact name={t('reports.proofCard.attestedByTheIssuer')}>
            <Copyable name="issuer" text={proof.issuer} />
          </Fact>
          <Fact name={t('reports.proofCard.ownedByTheWallet')}>
            <Copyable name="owner" text={proof.owner} />
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
            {t('reports.proofCard.downloadTheProof')}
          </Button>
          <Text size="sm" c="dimmed" mt={6}>
            {t('reports.proofCard.aSmallFileWithItAnd')}
          </Text>
        </div>
      </Stack>
    </Card>
  );
}
