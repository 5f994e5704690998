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
  return (
    <Card component="section" aria-labelledby="proof">
      <Stack gap="md">
        <Title order={2} size="h3" id="proof">
          Proof
        </Title>
        <FactList>
          <Fact name="Sealed">
            <ZonedTime at={proof.at.toISOString()} />
          </Fact>
          <Fact name="Network">
            {chain.name}, block {proof.block}
          </Fact>
          <Fact name="Fingerprint of the PDF (SHA-256)">
            <Copyable name="fingerprint" text={proof.contentHash} />
          </Fact>
          <Fact name="Transaction">
            <Copyable name="transaction" text={proof.transactionHash} />
            <ExplorerLink url={transactionUrl(chain, proof.transactionHash)} />
          </Fact>
          <Fact name="Attested by the issuer">
            <Copyable name="issuer" text={proof.issuer} />
          </Fact>
          <Fact name="Owned by the wallet">
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
            Download the proof
          </Button>
          <Text size="sm" c="dimmed" mt={6}>
            A small file. With it and the PDF anybody can check the report on the blockchain, even
            without MedAnchor.
          </Text>
        </div>
      </Stack>
    </Card>
  );
}
