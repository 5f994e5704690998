import { useTranslations } from 'next-intl';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import type { ObjectCheckState } from '../integrity/read-object-check';

/** What reading all stored documents again has found, for administrators: ids, and nothing of what they hold. */
export function DamagePanel({ check }: { check: ObjectCheckState }) {
  const t = useTranslations();
  const { damaged, checked, total, startedAt, faults } = check;
  return (
    <Section title={t('records.damagePanel.title')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <FigureCard
          label={t('records.damagePanel.damaged')}
          value={damaged}
          hint={t('records.damagePanel.damagedHint')}
        />
        <FigureCard
          label={t('records.damagePanel.checked')}
          value={t('records.damagePanel.progress', { checked, total })}
          hint={t.rich('records.damagePanel.since', { time: () => <ZonedTime at={startedAt} /> })}
        />
      </SimpleGrid>
      {faults.length > 0 && (
        <ul>
          {faults.map(({ reportId, uploadId, verdict, foundAt }) => (
            <li key={reportId ?? uploadId}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {t.rich(`records.damagePanel.verdicts.${verdict}`, {
                  what: t(`records.damagePanel.${reportId === null ? 'file' : 'report'}`),
                  id: reportId ?? uploadId ?? '',
                  time: () => <ZonedTime at={foundAt} />,
                })}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
