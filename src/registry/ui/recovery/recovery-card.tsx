import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { RecoveryRow } from '../../recovery/list-recoveries';
import { DecideRecovery } from './decide-recovery';
import { RecoveryBadge } from './recovery-looks';

interface RecoveryCardProps {
  recovery: RecoveryRow;
  /** The accounts that may propose and stop recoveries, EIP-55. */
  holders: string[];
  chain: ChainProfile;
}

/** One recovery with who asks for it and what an administrator can do; nothing of what is in reports. */
export function RecoveryCard({ recovery, holders, chain }: RecoveryCardProps) {
  const t = useTranslations();
  const { patient, state, phase, requestedAt, proposedAt, opensAt, endedAt } = recovery;
  return (
    <Paper component="li" p="lg">
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3">
            {patient.name}
          </Title>
          <RecoveryBadge state={state} phase={phase} wasAsked={requestedAt !== null} />
        </Group>
        {requestedAt === null && <Text>{t('registry.recoveryCard.notAskedHere')}</Text>}
        {phase === 'void' && <Text>{t('registry.recoveryCard.proposerDismissed')}</Text>}
        <FactList>
          <Fact name={t('common.eMailAddress')}>
            {t.rich(
              patient.emailConfirmedAt === null
                ? 'registry.recoveryCard.emailNotConfirmed'
                : 'registry.recoveryCard.emailConfirmed',
              {
                email: patient.email,
                address: (chunks) => <span style={{ overflowWrap: 'anywhere' }}>{chunks}</span>,
                time: () => <ZonedTime at={patient.emailConfirmedAt ?? ''} dateOnly />,
              },
            )}
          </Fact>
          {patient.birthDate !== null && (
            <Fact name={t('registry.recoveryCard.dateOfBirth')}>
              {formatPartialDate(patient.birthDate, t)}
            </Fact>
          )}
          <Fact name={t('registry.recoveryCard.registered')}>
            <ZonedTime at={patient.registeredAt} />
          </Fact>
          <Fact name={t('common.lostWallet')}>
            <Copyable name={t('registry.recoveryCard.lostWallet')} text={recovery.oldAddress} />
            <Text size="sm" c="dimmed">
              {patient.oldWalletSince === null
                ? t('registry.recoveryCard.governs', { reports: patient.reports })
                : t.rich('registry.recoveryCard.connectedAndGoverns', {
                    reports: patient.reports,
                    time: () => <ZonedTime at={patient.oldWalletSince ?? ''} />,
                  })}
            </Text>
          </Fact>
          <Fact name={t('registry.recoveryCard.newWallet')}>
            <Copyable name={t('common.newWallet')} text={recovery.newAddress} />
          </Fact>
          {requestedAt !== null && (
            <Fact name={t('registry.recoveryCard.askedFor')}>
              <ZonedTime at={requestedAt} />
            </Fact>
          )}
          {proposedAt !== null && (
            <Fact name={t('registry.recoveryCard.proposed')}>
              {recovery.proposer === null ? (
                <ZonedTime at={proposedAt} />
              ) : (
                t.rich('registry.recoveryCard.proposedBy', {
                  time: () => <ZonedTime at={proposedAt} />,
                  proposer: () => (
                    <Copyable
                      name={t('registry.recoveryCard.proposer')}
                      text={recovery.proposer ?? ''}
                    />
                  ),
                })
              )}
            </Fact>
          )}
          {opensAt !== null && (
            <Fact name={t('registry.recoveryCard.canBeFinishedFrom')}>
              <ZonedTime at={opensAt} />
            </Fact>
          )}
          {recovery.declineReason !== null && (
            <Fact name={t('registry.recoveryCard.declinedBecause')}>{recovery.declineReason}</Fact>
          )}
          {endedAt !== null && (
            <Fact name={t('registry.recoveryCard.ended')}>
              <ZonedTime at={endedAt} />
            </Fact>
          )}
        </FactList>
        <DecideRecovery recovery={recovery} holders={holders} chain={chain} />
      </Stack>
    </Paper>
  );
}
