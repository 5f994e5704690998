import { getTranslations } from 'next-intl/server';
import { Card } from '@mantine/core';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { BackLink } from '@/components/frame/back-link';
import { PageHeader } from '@/components/frame/page-header';
import { isAppError } from '@/platform/errors';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { AccessLog } from '@/sharing/ui/access-log';

export const metadata: Metadata = { title: 'Access log' };

interface AccessPageProps {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

export default async function AccessPage({ params, searchParams }: AccessPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  if (!z.uuid().safeParse(reportId).success) notFound();
  const page = pageNumber.parse((await searchParams)['page']);
  const log = await readAccessLog(actor, reportId, page).catch((error: unknown) => {
    if (isAppError(error, 'not-found')) notFound();
    throw error;
  });
  return (
    <>
      <BackLink href={`/patient/reports/${reportId}`}>
        {t('app.patientReportsReportIdAccess.theReport')}
      </BackLink>
      <PageHeader
        title={t('app.patientReportsReportIdAccess.accessLog')}
        lead={t('app.patientReportsReportIdAccess.whoOpenedOrChangedThisReport')}
      />
      <Card component="section" aria-label={t('app.patientReportsReportIdAccess.accessLog')}>
        <AccessLog log={log} />
      </Card>
    </>
  );
}
