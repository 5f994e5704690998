import { useTranslations } from 'next-intl';
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconShieldX, IconUserOff, type Icon } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '@/registry/contract/short-address';
import { IssuerActions } from './issuer-actions';

const LOOKS: Record<IssuerRow['status'], { word: string; color: string; Icon: Icon }> = {
  active: { word: 'May sign', color: 'green', Icon: IconCheck },
  dismissed: { word: 'Dismissed', color: 'gray', Icon: IconUserOff },
  compromised: { word: 'Key compromised', color: 'red', Icon: IconShieldX },
};

interface IssuerCardProps {
  issuer: IssuerRow;
  /** The accounts that administer the contract, EIP-55. */
  holders: string[];
  /** The newest block, to begin a mark with. */
  head: number;
  chain: ChainProfile;
}

/** One present or past issuer and what an administrator can do about it. */
export function IssuerCard({ issuer, holders, head, chain }: IssuerCardProps) {
  const t = useTranslations();
  const { address, status, compromisedFrom, isOurs, appointedAt, dismissedAt, reports } = issuer;
  const { word, color, Icon } = LOOKS[status];
  return (
    <Paper component="li" p="lg">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3">
            {t('registry.issuerCard.issuerShortAddress', { shortAddress: shortAddress(address) })}
          </Title>
          <Group gap="xs">
            {isOurs && <Badge color="blue">{t('registry.issuerCard.thisServerSignsWithIt')}</Badge>}
            <Badge color={color} leftSection={<Icon size={13} aria-hidden="true" />}>
              {word}
            </Badge>
          </Group>
        </Group>
        <Copyable name="issuer" text={address} />
        <Text size="sm" c="dimmed">
          Appointed <ZonedTime at={appointedAt} />
          {dismissedAt !== null && (
            <>
              {t('registry.issuerCard.mayNotSignSince')}
              <ZonedTime at={dismissedAt} />
            </>
          )}
          {'. '}
          {reports === 1 ? '1 report' : `${reports} reports`} on the blockchain.
        </Text>
        {compromisedFrom !== null && (
          <Text size="sm">
            {compromisedFrom === 0
              ? t('registry.issuerCard.noReportThatItSignedIs')
              : t('registry.issuerCard.noReportThatItSignedAnd', { compromisedFrom })}
          </Text>
        )}
        <IssuerActions issuer={issuer} holders={holders} head={head} chain={chain} />
      </Stack>
    </Paper>
  );
}
