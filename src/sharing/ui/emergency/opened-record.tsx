'use client';

import { useTranslations } from 'next-intl';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { TextLink } from '@/components/text-link';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import { emergencyRecordAnswer } from '@/sharing/emergency/emergency-report-schema';
import classes from '@/sharing/ui/viewers/viewer-lines.module.css';
import { NothingShown } from './nothing-shown';
import { useEmergencyAnswer } from './use-emergency-answer';

/** The reports that an emergency access opens, each a line that leads to it. */
export function OpenedRecord({ accessId }: { accessId: string }) {
  const t = useTranslations();
  const { answer, failure, retry } = useEmergencyAnswer(
    `/api/emergency-accesses/${accessId}/reports`,
    emergencyRecordAnswer,
  );
  if (failure !== null) return <NothingShown onRetry={retry}>{failure}</NothingShown>;
  if (answer === null) return <PageSkeleton />;
  const { patientName, birthDate, endsAt, reports } = answer;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={1}>{patientName}</Title>
        <Text>{t('sharing.openedSummary.born', { day: formatPartialDate(birthDate, t) })}</Text>
        <Text c="dimmed">
          {t.rich('sharing.openedSummary.until', { time: () => <ZonedTime at={endsAt} /> })}
        </Text>
      </Stack>
      {reports.length === 0 ? (
        <Text>{t('sharing.openedRecord.none')}</Text>
      ) : (
        <ol className={classes['list']}>
          {reports.map(({ reportId, title, code, sentAt, isSealed }) => (
            <li key={reportId} className={classes['line']}>
              <TextLink alone href={`/doctor/emergency/${accessId}/reports/${reportId}`}>
                {title}
              </TextLink>
              <Text size="sm" c="dimmed">
                <ZonedTime at={sentAt} /> · {code}
                {!isSealed && ` · ${t('sharing.openedRecord.notSealed')}`}
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Stack>
  );
}
