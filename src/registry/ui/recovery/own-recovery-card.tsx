import { useTranslations } from 'next-intl';
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '@/registry/contract/chain-profile';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';
import { Countdown } from './countdown';
import { OwnRecoverySteps } from './own-recovery-steps';
import { RecoveryBadge } from './recovery-looks';
import { recoverySentence } from './recovery-sentence';

/** One recovery of a patient's wallet: its state, what happens next, and what they can do. */
export function OwnRecoveryCard(props: { recovery: OwnRecovery; chain: ChainProfile }) {
  const t = useTranslations();
  const { recovery, chain } = props;
  const { id, state, phase, opensAt, lapsesAt } = recovery;
  const wasAsked = recovery.requestedAt !== null;
  return (
    <Card component="section" aria-labelledby={`recovery-${id}`}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3" id={`recovery-${id}`}>
            {t('registry.ownRecoveryCard.recoveryOfALostWallet')}
          </Title>
          <RecoveryBadge state={state} phase={phase} wasAsked={wasAsked} />
        </Group>
        <Text>{recoverySentence(recovery)(t)}</Text>
        {phase === 'waiting' && opensAt !== null && (
          <Countdown
            until={opensAt}
            what={
              wasAsked
                ? t('registry.ownRecoveryCard.canFinishFrom')
                : t('registry.ownRecoveryCard.canTakeOverFrom')
            }
          />
        )}
        {phase === 'ready' && lapsesAt !== null && (
          <Countdown
            until={lapsesAt}
            what={
              wasAsked
                ? t('registry.ownRecoveryCard.canFinishUntil')
                : t('registry.ownRecoveryCard.canTakeOverUntil')
            }
          />
        )}
        {state === 'DECLINED' && recovery.declineReason !== null && (
          <Text style={{ overflowWrap: 'anywhere' }}>
            {t('registry.ownRecoveryCard.declineReason', {
              declineReason: recovery.declineReason,
            })}
          </Text>
        )}
        <FactList>
          <Fact name={wasAsked ? t('common.lostWallet') : t('registry.ownRecoveryCard.yourWallet')}>
            <Copyable name={t('registry.ownRecoveryCard.lostWallet')} text={recovery.oldAddress} />
          </Fact>
          <Fact
            name={
              wasAsked
                ? t('registry.ownRecoveryCard.newWallet')
                : t('registry.ownRecoveryCard.otherWallet')
            }
          >
            <Copyable name={t('common.newWallet')} text={recovery.newAddress} />
          </Fact>
          {recovery.requestedAt !== null && (
            <Fact name={t('registry.ownRecoveryCard.youAskedForIt')}>
              <ZonedTime at={recovery.requestedAt} />
            </Fact>
          )}
          {recovery.proposedAt !== null && (
            <Fact name={t('registry.ownRecoveryCard.proposedOnTheBlockchain')}>
              <ZonedTime at={recovery.proposedAt} />
            </Fact>
          )}
          {recovery.endedAt !== null && (
            <Fact name={t('registry.ownRecoveryCard.ended')}>
              <ZonedTime at={recovery.endedAt} />
            </Fact>
          )}
        </FactList>
        <OwnRecoverySteps recovery={recovery} chain={chain} />
      </Stack>
    </Card>
  );
}
