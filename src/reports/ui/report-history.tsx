import { useTranslations } from 'next-intl';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import type { HistoryEntry } from '@/reports/lists/read-report-history';
import classes from './report-history.module.css';

/** The steps of a report, oldest first. */
export function ReportHistory({ history }: { history: HistoryEntry[] }) {
  const t = useTranslations();
  return (
    <Stack component="section" gap="xs" aria-labelledby="history">
      <Title order={2} size="h3" id="history">
        {t('reports.reportHistory.title')}
      </Title>
      <ol className={classes['steps']}>
        {history.map(({ at, step }) => (
          <li key={at.toISOString() + step} className={classes['step']}>
            <Text size="sm" fw={600}>
              {t(`reports.history.${step}`)}
            </Text>
            <Text size="sm" c="dimmed">
              <ZonedTime at={at.toISOString()} />
            </Text>
          </li>
        ))}
      </ol>
    </Stack>
  );
}
