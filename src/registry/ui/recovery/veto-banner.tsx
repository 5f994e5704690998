import { useTranslations } from 'next-intl';
import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';
import { ZonedTime } from '@/components/zoned-time';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';
import { shortAddress } from '@/registry/contract/short-address';

/** Shown on every page of a patient while another wallet can take over from theirs, also when they did not ask. */
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
            ? t('registry.vetoBanner.notAsked')
            : t('registry.vetoBanner.reported')}{' '}
          {phase === 'ready' || opensAt === null
            ? t('registry.vetoBanner.canTakeOverNow', addresses(oldAddress, newAddress))
            : t.rich('registry.vetoBanner.canTakeOverFrom', {
                ...addresses(oldAddress, newAddress),
                time: () => <ZonedTime at={opensAt} />,
              })}
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

function addresses(oldAddress: string, newAddress: string) {
  return { old: shortAddress(oldAddress), next: shortAddress(newAddress) };
}
