import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import type { Translate } from '@/messages/translator';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { IconFilePlus, IconFiles, IconSearchOff } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { PageSteps } from '@/components/frame/page-steps';
import { TextLink } from '@/components/text-link';
import { doctorReportsQuery } from '@/reports/lists/doctor-reports-query';
import { listDoctorReports, type DoctorReports } from '@/reports/lists/list-doctor-reports';
import { DoctorReportGroupCard } from '@/reports/ui/lists/doctor-report-group';
import { ReportFilters } from '@/reports/ui/lists/report-filters';

export const generateMetadata = pageTitle('app.doctor.title');

interface DoctorPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DoctorPage({ searchParams }: DoctorPageProps) {
  const t = await getTranslations();
  const actor = await requirePageActor('DOCTOR');
  const query = doctorReportsQuery.parse(await searchParams);
  const reports = await listDoctorReports(actor, query);
  const narrowed = query.state !== null || query.patient !== null;
  return (
    <>
      <PageHeader
        title={t('app.doctor.title')}
        lead={totals(reports, t)}
        actions={
          <LinkButton
            href="/doctor/reports/new"
            leftSection={<IconFilePlus size={18} aria-hidden="true" />}
          >
            {t('app.doctor.newReport')}
          </LinkButton>
        }
      />
      {(narrowed || reports.reportCount > 0) && (
        <ReportFilters
          // Another patient in the address, e.g. by going back: the field is reset.
          key={query.patient}
          patient={query.patient === null ? null : (reports.groups[0]?.patient ?? null)}
        />
      )}
      {query.patient !== null && (
        <Text mb="md">
          <TextLink href="/doctor">{t('app.doctor.allPatients')}</TextLink>
        </Text>
      )}
      {reports.groups.length === 0 ? (
        <NothingHere narrowed={narrowed} />
      ) : (
        <Stack gap="lg">
          {reports.groups.map((group) => (
            <DoctorReportGroupCard
              key={group.patient?.accountId ?? 'none'}
              group={group}
              query={query}
            />
          ))}
        </Stack>
      )}
      <PageSteps newer={reports.newer} older={reports.older} />
    </>
  );
}

function totals({ reportCount: reports, patientCount: patients }: DoctorReports, t: Translate) {
  return patients === 0
    ? t('app.doctor.totalReports', { reports })
    : t('app.doctor.totals', { reports, patients });
}

function NothingHere({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations();
  if (narrowed) {
    return (
      <EmptyState
        icon={<IconSearchOff size={26} />}
        title={t('app.doctor.noReportMatches')}
        action={
          <LinkButton href="/doctor" variant="default">
            {t('app.doctor.showAllReports')}
          </LinkButton>
        }
      >
        {t('app.doctor.noMatchHint')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<IconFiles size={26} />}
      title={t('app.doctor.noReportsYet')}
      action={
        <LinkButton href="/doctor/reports/new">{t('app.doctor.writeTheFirstReport')}</LinkButton>
      }
    >
      {t('app.doctor.noReportsHint')}
    </EmptyState>
  );
}
