import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { Copyable } from '@/components/copyable';
import { Fact, FactList } from '@/components/fact-list';
import { ZonedTime } from '@/components/zoned-time';
import type { ChainProfile } from '../../chain-profile';
import type { OwnRecovery } from '../../recovery/list-own-recoveries';
import { Countdown } from './countdown';
import { OwnRecoverySteps } from './own-recovery-steps';
import { RecoveryBadge } from './recovery-looks';

/** One recovery of a patient's wallet: where it stands, what happens next, and what they can do. */
export function OwnRecoveryCard(props: { recovery: OwnRecovery; chain: ChainProfile }) {
  const { recovery, chain } = props;
  const { id, state, phase, opensAt, lapsesAt } = recovery;
  return (
    <Card component="section" aria-labelledby={`recovery-${id}`}>
      <Stack gap="md">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h3" id={`recovery-${id}`}>
            Recovery of a lost wallet
          </Title>
          <RecoveryBadge state={state} phase={phase} />
        </Group>
        <Text>{sentenceOf(recovery)}</Text>
        {phase === 'waiting' && opensAt !== null && (
          <Countdown until={opensAt} what="from then on the new wallet can finish it" />
        )}
        {phase === 'ready' && lapsesAt !== null && (
          <Countdown until={lapsesAt} what="until then it can be finished" />
        )}
        {state === 'DECLINED' && recovery.declineReason !== null && (
          <Text style={{ overflowWrap: 'anywhere' }}>
            The administrator’s reason: {recovery.declineReason}
          </Text>
        )}
        <FactList>
          <Fact name="Lost wallet">
            <Copyable name="lost wallet" text={recovery.oldAddress} />
          </Fact>
          <Fact name="New wallet">
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

function sentenceOf({ state, phase, requestedAt, vetoedByOldWallet }: OwnRecovery): string {
  switch (state) {
    case 'REQUESTED':
      return 'An administrator looks at your request. When they agree, they propose it on the blockchain, and you are told by e-mail.';
    case 'DECLINED':
      return 'An administrator declined. Nothing was sent to the blockchain, and you can ask again.';
    case 'CANCELLED':
      return 'You took this request back. Nothing was sent to the blockchain.';
    case 'PROPOSED':
      if (phase === 'lapsed') {
        return 'Nobody finished it in time, so it no longer can be. An administrator can propose it again.';
      }
      if (phase === 'ready') {
        return 'Nobody stopped it. Finish it with the new wallet: from then on that wallet governs every report of the lost one.';
      }
      return requestedAt === null
        ? 'You did not ask for this here. If you have the wallet that is said to be lost, stop it now.'
        : 'Until the time below it can be stopped with the lost wallet, in case it is not lost after all.';
    case 'VETOED':
      return vetoedByOldWallet
        ? 'It was stopped with the wallet that was said to be lost. Your reports stay with that wallet.'
        : 'An administrator stopped it. Your reports stay with the old wallet.';
    case 'EXECUTED':
      return 'The new wallet governs every report of the lost one. The lost wallet can do nothing with them any more, for ever.';
    case 'REPLACED':
      return 'Another recovery of the same wallet took its place.';
  }
}
