import { getTranslations } from 'next-intl/server';
import { Card } from '@mantine/core';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { z } from 'zod';
import { areOwnReadsSilent } from '@/accounts/profile/silence-own-reads';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { BackLink } from '@/components/frame/back-link';
import { Stack } from '@/components/plain/stack';
import { PageHeader } from '@/components/frame/page-header';
import { readAccessLog } from '@/sharing/access-log/read-access-log';
import { OwnReads } from '@/sharing/ui/own-reads';
import { AccessLog } from '@/sharing/ui/access-log';

export const generateMetadata = pageTitle('app.accessLog.title');

interface AccessPageProps {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const pagePlace = z.string().max(120).nullable().catch(null);

export default async function AccessPage({ params, searchParams }: AccessPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const { reportId } = await params;
  const page = pagePlace.parse((await searchParams)['page']);
  const log = await orNotFound(readAccessLog(actor, reportId, page));
  return (
    <>
      <BackLink href={`/patient/reports/${reportId}`}>{t('app.accessLog.back')}</BackLink>
      <PageHeader title={t('app.accessLog.title')} lead={t('app.accessLog.lead')} />
      <Stack gap="lg">
        <Card component="section" aria-label={t('app.accessLog.title')}>
          <AccessLog reportId={reportId} log={log} />
        </Card>
        <OwnReads initial={await areOwnReadsSilent(actor.accountId)} />
      </Stack>
    </>
  );
}
