import {
  SimpleGrid,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { FigureCard } from '@/components/figure-card';
import { Section } from '@/components/section';
import { ZonedTime } from '@/components/zoned-time';
import type { FailedJob, QueueState } from '../read-queue';

/** How the queue of mails and issuer's transactions stands. */
export function QueuePanel({ queue }: { queue: QueueState }) {
  return (
    <Section title="Outbox">
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <FigureCard
          label="Waiting"
          value={queue.waiting}
          hint={
            queue.dueSince === null ? (
              'Nothing is due'
            ) : (
              <>
                The oldest is due since <ZonedTime at={queue.dueSince} />
              </>
            )
          }
        />
        <FigureCard label="Tried again" value={queue.retrying} hint="Failed before, not given up" />
        <FigureCard label="Given up" value={queue.failed} hint="After a day of trying" />
      </SimpleGrid>
      {queue.failures.length > 0 && <Failures failures={queue.failures} />}
    </Section>
  );
}

function Failures({ failures }: { failures: readonly FailedJob[] }) {
  return (
    <TableScrollContainer minWidth={520}>
      <Table>
        <TableThead>
          <TableTr>
            <TableTh>Job</TableTh>
            <TableTh>Reason</TableTh>
            <TableTh>Tries</TableTh>
            <TableTh>Given up</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {failures.map((job) => (
            <TableTr key={job.id}>
              <TableTd>
                {job.kind} #{job.id}
              </TableTd>
              <TableTd>{job.lastError ?? 'unknown'}</TableTd>
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
