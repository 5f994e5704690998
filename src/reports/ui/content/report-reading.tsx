import { getTranslations } from 'next-intl/server';
import { Text } from '@mantine/core';
import { bothSpellings } from '@/accounts/people/both-spellings';
import type { Actor } from '@/accounts/sessions/actor';
import { isAppError } from '@/platform/errors';
import type { ReactNode } from 'react';
import { showReport } from '../../content/show-report';
import { formatPartialDate } from '@/platform/time/partial-date';
import { CannotRead, ReadPdfInstead } from './cannot-read';
import type { ReportContent } from '../../content/report-content';
import { ReportBody } from './report-body';

interface ReportReadingProps {
  actor: Actor;
  reportId: string;
  /** What is shown below the report; null when the stored file could not be compared with the blockchain. */
  seal: (opened: { doctor: string | null } | null) => ReactNode;
}

/** A report as its patient or doctor reads it on the page, opened at this moment. */
export async function ReportReading({ actor, reportId, seal }: ReportReadingProps) {
  const t = await getTranslations();
  const opened = await showReport(actor, reportId).catch((error: unknown) => {
    if (isAppError(error, 'store-unavailable', 'object-altered')) return error;
    throw error;
  });
  if (isAppError(opened)) {
    return (
      <>
        <CannotRead>{opened.message}</CannotRead>
        {seal(null)}
      </>
    );
  }
  return (
    <>
      {opened === null ? (
        <ReadPdfInstead />
      ) : (
        <>
          <Text>
            {t('reports.reportReading.nameBornDay', {
              name: bothSpellings(opened.patient.name, opened.patient.printedName),
              day: formatPartialDate(opened.patient.birthDate, t),
            })}
          </Text>
          <ReportBody content={opened} />
        </>
      )}
      {seal({ doctor: opened === null ? null : doctorOf(opened) })}
    </>
  );
}

function doctorOf({ doctor }: ReportContent): string {
  return `${bothSpellings(doctor.name, doctor.printedName)}, ${doctor.clinic}`;
}
