import { useTranslations } from 'next-intl';
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { RecoveryRow } from '../../recovery/list-recoveries';
import { DecideRecovery } from './decide-recovery';
import { RecoveryBadge } from './recovery-looks';

/** A day in no zone. */
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

interface RecoveryCardProps {
  recovery: RecoveryRow;
  /** The accounts that may propose and stop recoveries, EIP-55. */
  holders: string[];
  chain: ChainProfile;
}

/** One recovery with who asks for it and what an administrator can do; nothing of what reports say. */
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
        {requestedAt === null && (
          <Text>{t('registry.recoveryCard.proposedOnTheBlockchainThePatient')}</Text>
        )}
        {phase === 'void' && <Text>{t('registry.recoveryCard.theWalletThatProposedThisNo')}</Text>}
        <FactList>
          <Fact name={t('common.eMailAddress')}>
            <span style={{ overflowWrap: 'anywhere' }}>{patient.email}</span>
            {patient.emailConfirmedAt === null ? (
              t('registry.recoveryCard.notConfirmed')
            ) : (
              <>
                {t('registry.recoveryCard.confirmed')}
                <ZonedTime at={patient.emailConfirmedAt} dateOnly />
              </>
            )}
          </Fact>
          {patient.birthDate !== null && (
            <Fact name={t('registry.recoveryCard.dateOfBirth')}>
              {DAY.format(new Date(patient.birthDate))}
            </Fact>
          )}
          <Fact name="Registered">
            <ZonedTime at={patient.registeredAt} />
          </Fact>
          <Fact name={t('common.lostWallet')}>
            <Copyable name={t('registry.recoveryCard.lostWallet')} text={recovery.oldAddress} />
            <Text size="sm" c="dimmed">
              {patient.oldWalletSince !== null && (
                <>
                  Connected to the account since <ZonedTime at={patient.oldWalletSince} />.{' '}
                </>
              )}
              Governs {patient.reports === 1 ? '1 report' : `${patient.reports} reports`}.
            </Text>
          </Fact>
          <Fact name={t('registry.recoveryCard.newWallet')}>
            <Copyable name={t('common.newWallet')} text={recovery.newAddress} />
          </Fact>
          {requestedAt !== null && (
            <Fact name={t('registry.recoveryCard.askedForWithPasswordAndMailed')}>
              <ZonedTime at={requestedAt} />
            </Fact>
          )}
          {proposedAt !== null && (
            <Fact name="Proposed">
              <ZonedTime at={proposedAt} />
              {recovery.proposer !== null && (
                <>
                  {t('registry.recoveryCard.by')}
                  <Copyable name="proposer" text={recovery.proposer} />
                </>
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
            <Fact name="Ended">
              <ZonedTime at={endedAt} />
            </Fact>
          )}
        </FactList>
        <DecideRecovery recovery={recovery} holders={holders} chain={chain} />
      </Stack>
    </Paper>
  );
}
