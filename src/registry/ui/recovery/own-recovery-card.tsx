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

/** One recovery of a patient's wallet: where it stands, what happens next, and what they can do. */
export function OwnRecoveryCard(props: { recovery: OwnRecovery; chain: ChainProfile }) {
  const { recovery, chain } = props;
  const { id, state, phase, opensAt, lapsesAt } = recovery;
  const wasAsked = recovery.requestedAt !== null;
  return (
    <Card component="section" aria-labelledby={`recovery-${id}`}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3" id={`recovery-${id}`}>
            Recovery of a lost wallet
          </Title>
          <RecoveryBadge state={state} phase={phase} wasAsked={wasAsked} />
        </Group>
        <Text>{recoverySentence(recovery)}</Text>
        {phase === 'waiting' && opensAt !== null && (
          <Countdown
            until={opensAt}
            what={
              wasAsked
                ? 'from then on the new wallet can finish it'
                : 'from then on the other wallet can take over'
            }
          />
        )}
        {phase === 'ready' && lapsesAt !== null && (
          <Countdown
            until={lapsesAt}
            what={
              wasAsked
                ? 'until then it can be finished'
                : 'until then the other wallet can take over'
            }
          />
        )}
        {state === 'DECLINED' && recovery.declineReason !== null && (
          <Text style={{ overflowWrap: 'anywhere' }}>
            The administrator’s reason: {recovery.declineReason}
          </Text>
        )}
        <FactList>
          <Fact name={wasAsked ? 'Lost wallet' : 'Your wallet'}>
            <Copyable name="lost wallet" text={recovery.oldAddress} />
          </Fact>
          <Fact name={wasAsked ? 'New wallet' : 'Other wallet'}>
            <Copyable name="new wallet" text={recovery.newAddress} />
          </Fact>
          {recovery.requestedAt !== null && (
            <Fact name="You asked for it">
              <ZonedTime at={recovery.requestedAt} />
            </Fact>
          )}
          {recovery.proposedAt !== null && (
            <Fact name="Proposed on the blockchain">
              <ZonedTime at={recovery.proposedAt} />
            </Fact>
          )}
          {recovery.endedAt !== null && (
            <Fact name="Ended">
              <ZonedTime at={recovery.endedAt} />
            </Fact>
          )}
        </FactList>
        <OwnRecoverySteps recovery={recovery} chain={chain} />
      </Stack>
    </Card>
  );
}
