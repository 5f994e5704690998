import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import type { FollowerPosition } from '@/registry/follower/read-follower-position';

/** Whether the follower keeps up with the blockchain. */
export function FollowerPanel({ position }: { position: FollowerPosition }) {
  const t = useTranslations();
  const { readUpTo, movedAt, head, isWrongChain, confirmations } = position;
  return (
    <Section title={t('registry.followerPanel.blockchain')}>
      {head === null && (
        <Alert
          color="yellow"
          icon={<IconPlugConnectedX aria-hidden="true" />}
          title={
            isWrongChain
              ? t('registry.followerPanel.wrongChain')
              : t('registry.followerPanel.unavailable')
          }
        >
          {isWrongChain
            ? t('registry.followerPanel.wrongChainText')
            : t('registry.followerPanel.unavailableText')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard
          label={t('registry.followerPanel.newestBlock')}
          value={head ?? t('registry.followerPanel.unknown')}
        />
        <FigureCard
          label={t('registry.followerPanel.readUpToBlock')}
          value={readUpTo ?? t('registry.followerPanel.noneYet')}
          hint={
            movedAt === null ? (
              t('registry.followerPanel.theWorkerHasNotRun')
            ) : (
              <ZonedTime at={movedAt} />
            )
          }
        />
        <FigureCard
          label={t('registry.followerPanel.blocksBehind')}
          value={
            head === null || readUpTo === null
              ? t('registry.followerPanel.unknown')
              : Math.max(0, head - readUpTo)
          }
          hint={t('registry.followerPanel.waitsForConfirmations', { confirmations })}
        />
      </SimpleGrid>
    </Section>
  );
}
