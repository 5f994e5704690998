import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import type { ViolationCounts } from '@/reports/violations/count-violations';

/** How many rules of access were broken lately, and whether they have been reported. */
export function ViolationPanel({ counts }: { counts: ViolationCounts }) {
  const t = useTranslations();
  const { today, waiting, altered } = counts;
  return (
    <Section title={t('reports.violations.panel.title')}>
      {altered > 0 && (
        <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('reports.violations.panel.altered', { altered })}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <FigureCard
          label={t('reports.violations.panel.today')}
          value={Object.values(today).reduce((sum, count) => sum + count, 0)}
          hint={
            <TextLink alone href="/admin/violations">
              {t('reports.violations.panel.all')}
            </TextLink>
          }
        />
        <FigureCard
          label={t('reports.violations.panel.waiting')}
          value={waiting}
          hint={t('reports.violations.panel.waitingHint')}
        />
      </SimpleGrid>
    </Section>
  );
}
