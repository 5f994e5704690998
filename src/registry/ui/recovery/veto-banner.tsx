import { useTranslations } from 'next-intl';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';
import { ZonedTime } from '@/components/zoned-time';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';
import { shortAddress } from '@/registry/contract/short-address';

/** On every page of a patient whose wallet another one is about to follow, also when they did not ask. */
export function VetoBanner({ recoveries }: { recoveries: OwnRecovery[] }) {
  const t = useTranslations();
  const open = recoveries.filter(({ phase }) => phase === 'waiting' || phase === 'ready');
  return open.map(({ id, oldAddress, newAddress, opensAt, phase, requestedAt }) => (
    <Alert
      key={id}
      role="region"
      color="red"
      mb="lg"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={t('registry.vetoBanner.anotherWalletIsAboutToTake')}
    >
      <Stack gap="sm">
        <Text size="sm">
          {requestedAt === null
            ? 'You did not ask for this here. '
            : 'You reported this wallet as lost. '}
          The wallet {shortAddress(newAddress)} can take over every report of your wallet{' '}
          {shortAddress(oldAddress)}{' '}
          {phase === 'ready' || opensAt === null ? (
            'now'
          ) : (
            <>
              from <ZonedTime at={opensAt} /> on
            </>
          )}
          . If you still have {shortAddress(oldAddress)} and do not want this, stop it in time.
        </Text>
        <Group>
          <LinkButton href={`/patient/wallet#recovery-${id}`} color="red" size="xs">
            {phase === 'ready' && requestedAt !== null
              ? t('registry.vetoBanner.finishOrStopThisRecovery')
              : t('registry.vetoBanner.stopThisRecovery')}
          </LinkButton>
        </Group>
      </Stack>
    </Alert>
  ));
}
