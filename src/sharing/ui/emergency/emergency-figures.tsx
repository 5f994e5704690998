import { useTranslations } from 'next-intl';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Section } from '@/components/section';
import { TextLink } from '@/components/text-link';
import type { EmergencyCounts } from '@/sharing/emergency/emergencies-to-review';

/** How often emergency access was used in the last 30 days, and what waits for administrators. */
export function EmergencyFigures({ counts }: { counts: EmergencyCounts }) {
  const t = useTranslations();
  const { summaries, records, unjustified, waiting, toReview, overdue } = counts;
  return (
    <Section title={t('sharing.emergencyFigures.title')}>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <FigureCard label={t('sharing.emergencyFigures.summaries')} value={summaries} />
        <FigureCard label={t('sharing.emergencyFigures.records')} value={records} />
        <FigureCard label={t('sharing.emergencyFigures.unjustified')} value={unjustified} />
        <FigureCard
          label={t('sharing.emergencyFigures.toReview')}
          value={toReview}
          hint={
            (waiting > 0 || toReview > 0) && (
              <TextLink href="/admin/emergencies">
                {t('sharing.emergencyFigures.decide', { waiting, overdue })}
              </TextLink>
            )
          }
        />
      </SimpleGrid>
    </Section>
  );
}
