import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Copyable } from '@/components/copyable';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { ethText } from '@/registry/fees/fee-text';
import type { TrailAnchoring } from '@/registry/trail/read-trail-anchoring';

/** Whether the days of the audit trail are recorded on the chain, how far they are, and from which account. */
export function TrailPanel({ status }: { status: TrailAnchoring }) {
  const t = useTranslations();
  if (status.state === 'off') {
    return (
      <Section title={t('registry.trailPanel.title')}>
        <Text>{t('registry.trailPanel.off')}</Text>
      </Section>
    );
  }
  const { purseEth, waiting, oldestWaiting, refused, newest } = status;
  return (
    <Section title={t('registry.trailPanel.title')}>
      {refused.length > 0 && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('registry.trailPanel.refused', { days: refused.join(', ') })}
        </Alert>
      )}
      {purseEth !== null && Number(purseEth) === 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('registry.trailPanel.empty')}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard
          label={t('registry.trailPanel.newest')}
          value={newest?.date ?? t('registry.trailPanel.none')}
          hint={<Copyable text={status.contract} name={t('registry.trailPanel.contract')} />}
        />
        <FigureCard
          label={t('registry.trailPanel.waiting')}
          value={waiting}
          hint={
            oldestWaiting === null
              ? t('registry.trailPanel.waitingHint')
              : t('registry.trailPanel.waitingSince', { date: oldestWaiting })
          }
        />
        <FigureCard
          label={t('registry.trailPanel.purse')}
          value={purseEth === null ? t('registry.trailPanel.unknown') : ethText(purseEth, t)}
          hint={<Copyable text={status.address} name={t('registry.trailPanel.account')} />}
        />
      </SimpleGrid>
    </Section>
  );
}
