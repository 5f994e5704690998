import { useTranslations } from 'next-intl';
import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { FigureCard } from '@/components/figure-card';
import { SimpleGrid } from '@/components/plain/simple-grid';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import type { FailedJob, QueueState } from '../read-queue';

/** The state of the queue of mails and issuer's transactions. */
export function QueuePanel({ queue }: { queue: QueueState }) {
  const t = useTranslations();
  const { dueSince, hasMoreWaiting, hasMoreFailed } = queue;
  const figure = (count: number, hasMore: boolean) =>
    hasMore ? t('jobs.queuePanel.atLeast', { count }) : count;
  return (
    <Section title={t('jobs.queuePanel.outbox')}>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard
          label={t('jobs.queuePanel.waiting')}
          value={figure(queue.waiting, hasMoreWaiting)}
          hint={
            dueSince === null
              ? t('jobs.queuePanel.nothingIsDue')
              : t.rich('jobs.queuePanel.oldestDueSince', {
                  since: () => <ZonedTime at={dueSince} />,
                })
          }
        />
        <FigureCard
          label={t('jobs.queuePanel.triedAgain')}
          value={figure(queue.retrying, hasMoreWaiting)}
          hint={t('jobs.queuePanel.failedBefore')}
        />
        <FigureCard
          label={t('jobs.queuePanel.givenUp')}
          value={figure(queue.failed, hasMoreFailed)}
          hint={t('jobs.queuePanel.givenUpHint')}
        />
      </SimpleGrid>
      {queue.failures.length > 0 && <Failures failures={queue.failures} />}
    </Section>
  );
}

function Failures({ failures }: { failures: readonly FailedJob[] }) {
  const t = useTranslations();
  return (
    <TableScrollContainer minWidth={520}>
      <Table>
        <TableThead>
          <TableTr>
            <TableTh>{t('jobs.queuePanel.job')}</TableTh>
            <TableTh>{t('jobs.queuePanel.reason')}</TableTh>
            <TableTh>{t('jobs.queuePanel.tries')}</TableTh>
            <TableTh>{t('jobs.queuePanel.givenUp')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {failures.map((job) => (
            <TableTr key={job.id}>
              <TableTd>
                {job.kind} #{job.id}
              </TableTd>
              <TableTd>{job.lastError ?? t('jobs.queuePanel.unknown')}</TableTd>
              <TableTd>{job.attempts}</TableTd>
              <TableTd>
                <ZonedTime at={job.failedAt} />
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </TableScrollContainer>
  );
}
