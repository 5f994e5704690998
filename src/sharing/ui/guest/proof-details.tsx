import { useTranslations } from 'next-intl';
import { Accordion, Stack, Text } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { ExplorerLink } from '@/components/explorer-link';
import { Fact, FactList } from '@/components/fact-list';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import type { GuestReport } from '@/sharing/guest/guest-report-schema';

/** The proof behind the three answers, for people who want to verify it elsewhere. */
export function ProofDetails({ proof }: { proof: GuestReport['proof'] }) {
  const t = useTranslations();
  return (
    <Accordion variant="contained" order={2}>
      <Accordion.Item value="proof">
        <Accordion.Control>{t('sharing.proofDetails.title')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="md">
            <FactList>
              <Fact name={t('sharing.proofDetails.contentHash')}>
                <Copyable
                  name={t('sharing.proofDetails.copyContentHash')}
                  text={proof.contentHash}
                />
              </Fact>
              <Fact name={t('sharing.proofDetails.network')}>
                {t('sharing.proofDetails.networkValue', {
                  chainName: proof.chainName,
                  chainId: String(proof.chainId),
                  block: String(proof.block),
                })}
              </Fact>
              <Fact name={t('sharing.proofDetails.sealed')}>
                <ZonedTime at={proof.anchoredAt} />
              </Fact>
              <Fact name={t('sharing.proofDetails.transaction')}>
                <Copyable
                  name={t('sharing.proofDetails.copyTransaction')}
                  text={proof.transactionHash}
                />
                <ExplorerLink url={proof.transactionUrl} />
              </Fact>
              <Fact name={t('sharing.proofDetails.contract')}>
                <Copyable
                  name={t('sharing.proofDetails.copyContract')}
                  text={proof.registryAddress}
                />
              </Fact>
              <Fact name={t('sharing.proofDetails.issuer')}>
                <Copyable name={t('sharing.proofDetails.copyIssuer')} text={proof.issuer} />
              </Fact>
            </FactList>
            <Text size="sm">
              {t.rich('sharing.proofDetails.checkYourself', {
                link: (chunks) => <TextLink href="/verify">{chunks}</TextLink>,
              })}
            </Text>
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
