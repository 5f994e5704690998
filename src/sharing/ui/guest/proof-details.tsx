import { useTranslations } from 'next-intl';
import { Accordion, Stack, Text } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { ExplorerLink } from '@/components/explorer-link';
import { Fact, FactList } from '@/components/fact-list';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';

/** What the three answers rest on, for whoever wants to check it elsewhere. */
export function ProofDetails({ proof }: { proof: GuestReport['proof'] }) {
  const t = useTranslations();
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="proof">
        <Accordion.Control>{t('sharing.proofDetails.theProofInDetail')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <FactList>
              <Fact name={t('sharing.proofDetails.fingerprintOfThePDFSHA256')}>
                <Copyable name="fingerprint" text={proof.contentHash} />
              </Fact>
              <Fact name="Network">
                {t('sharing.proofDetails.chainNameChainIdChainIdBlockBlock', {
                  chainName: proof.chainName,
                  chainId: proof.chainId,
                  block: proof.block,
                })}
              </Fact>
              <Fact name="Sealed">
                <ZonedTime at={proof.anchoredAt} />
              </Fact>
              <Fact name="Transaction">
                <Copyable name="transaction" text={proof.transactionHash} />
                <ExplorerLink url={proof.transactionUrl} />
              </Fact>
              <Fact name="Contract">
                <Copyable name="contract" text={proof.registryAddress} />
              </Fact>
              <Fact name={t('sharing.proofDetails.attestedByTheIssuer')}>
                <Copyable name="issuer" text={proof.issuer} />
              </Fact>
            </FactList>
            <Text size="sm">
              You need not believe this page:{' '}
              <TextLink href="/verify">{t('sharing.proofDetails.checkAReport')}</TextLink> takes the
              saved PDF, computes its fingerprint on your device and asks the blockchain.
            </Text>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
