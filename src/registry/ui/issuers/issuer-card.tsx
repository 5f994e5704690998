import { useTranslations } from 'next-intl';
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconShieldX, IconUserOff, type Icon } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { IssuerRow } from '../../issuers/list-issuers';
import { shortAddress } from '@/registry/contract/short-address';
import { IssuerActions } from './issuer-actions';

const LOOKS: Record<IssuerRow['status'], { color: string; Icon: Icon }> = {
  active: { color: 'green', Icon: IconCheck },
  dismissed: { color: 'gray', Icon: IconUserOff },
  compromised: { color: 'red', Icon: IconShieldX },
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
  const { color, Icon } = LOOKS[status];
  return (
    <Paper component="li" p="lg">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3">
            {t('registry.issuerCard.title', { address: shortAddress(address) })}
          </Title>
          <Group gap="xs">
            {isOurs && <Badge color="blue">{t('registry.issuerCard.thisServerSignsWithIt')}</Badge>}
            <Badge color={color} leftSection={<Icon size={13} aria-hidden="true" />}>
              {t(`registry.issuerCard.status.${status}`)}
            </Badge>
          </Group>
        </Group>
        <Copyable name={t('registry.issuerCard.issuerName')} text={address} />
        <Text size="sm" c="dimmed">
          {dismissedAt === null
            ? t.rich('registry.issuerCard.appointed', {
                reports,
                appointedAt: () => <ZonedTime at={appointedAt} />,
              })
            : t.rich('registry.issuerCard.appointedAndDismissed', {
                reports,
                appointedAt: () => <ZonedTime at={appointedAt} />,
                dismissedAt: () => <ZonedTime at={dismissedAt} />,
              })}
        </Text>
        {compromisedFrom !== null && (
          <Text size="sm">
            {compromisedFrom === 0
              ? t('registry.issuerCard.noneTrusted')
              : t('registry.issuerCard.noneTrustedFrom', { compromisedFrom })}
          </Text>
        )}
        <IssuerActions issuer={issuer} holders={holders} head={head} chain={chain} />
      </Stack>
    </Paper>
  );
}
