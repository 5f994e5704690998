'use client';

import { useTranslations } from 'next-intl';
import { PageSkeleton } from '@/components/frame/page-skeleton';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';
import { formatPartialDate } from '@/platform/time/partial-date';
import { SummaryFacts } from '@/records/ui/emergency/summary-facts';
import { emergencySummaryAnswer } from '@/sharing/emergency/emergency-summary-answer';
import { NothingShown } from './nothing-shown';
import { useEmergencyAnswer } from './use-emergency-answer';

/** The summary that an emergency access opens. */
export function OpenedSummary({ accessId }: { accessId: string }) {
  const t = useTranslations();
  const { answer, failure, retry } = useEmergencyAnswer(
    `/api/emergency-accesses/${accessId}/summary`,
    emergencySummaryAnswer,
  );
  if (failure !== null) return <NothingShown onRetry={retry}>{failure}</NothingShown>;
  if (answer === null) return <PageSkeleton />;
  const { name, birthDate, gender, bloodGroup, summary, savedAt, endsAt } = answer;
  return (
    <Stack gap="md">
      <Stack gap={4}>
        <Title order={1}>{name}</Title>
        <Text>
          {t('sharing.openedSummary.born', { day: formatPartialDate(birthDate, t) })} ·{' '}
          {t(`accounts.genders.${gender}`)}
        </Text>
        <Text c="dimmed">
          {t.rich('sharing.openedSummary.until', { time: () => <ZonedTime at={endsAt} /> })}
        </Text>
      </Stack>
      {summary === null && <Text fw={600}>{t('sharing.openedSummary.none')}</Text>}
      <SummaryFacts bloodGroup={bloodGroup} summary={summary} />
      {savedAt !== null && (
        <Text size="sm" c="dimmed">
          {t.rich('sharing.openedSummary.saved', { time: () => <ZonedTime at={savedAt} /> })}
        </Text>
      )}
    </Stack>
  );
}
