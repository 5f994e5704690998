import { Alert, SimpleGrid } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { FigureCard } from '@/components/figure-card';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import type { FollowerPosition } from '@/registry/follower/read-follower-position';

/** Whether the follower keeps up with the blockchain. */
export function FollowerPanel({ position }: { position: FollowerPosition }) {
  const { readUpTo, movedAt, head, isWrongChain, confirmations } = position;
  return (
    <Section title="Blockchain">
      {head === null && (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title={
            isWrongChain
              ? 'The node is connected to another blockchain'
              : 'The blockchain cannot be asked now'
          }
        >
          {isWrongChain && 'Its chain id is not the configured one: check CHAIN_RPC_URL. '}
          Guests are denied until our blockchain answers again. Nothing is lost: the follower goes
          on where it stopped.
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard label="Newest block" value={head ?? 'unknown'} />
        <FigureCard
          label="Read up to block"
          value={readUpTo ?? 'none yet'}
          hint={movedAt === null ? 'The worker has not run' : <ZonedTime at={movedAt} />}
        />
        <FigureCard
          label="Blocks behind"
          value={head === null || readUpTo === null ? 'unknown' : Math.max(0, head - readUpTo)}
          hint={`It waits for ${confirmations} confirmations on purpose`}
        />
      </SimpleGrid>
    </Section>
  );
}
