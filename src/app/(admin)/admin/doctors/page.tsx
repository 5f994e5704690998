import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { IconSearchOff, IconStethoscope } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { doctorsQuery } from '@/accounts/doctors/doctors-query';
import { listDoctors } from '@/accounts/doctors/list-doctors';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { DoctorCard } from '@/accounts/ui/doctors/doctor-card';
import { DoctorFilters } from '@/accounts/ui/doctors/doctor-filters';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { PageLinks } from '@/components/frame/page-links';
import { Stack } from '@/components/plain/stack';

export const generateMetadata = pageTitle('app.adminDoctors.title');

export default async function DoctorsPage(props: { searchParams: Promise<unknown> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const query = doctorsQuery.parse(await props.searchParams);
  const { doctors, total, pages } = await listDoctors(actor, query);
  const narrowed = query.doctor !== null || query.status !== null;
  return (
    <>
      <PageHeader
        title={t('app.adminDoctors.title')}
        lead={t('app.adminDoctors.total', { total })}
      />
      {(narrowed || total > 0) && (
        <DoctorFilters
          // Another doctor in the address, e.g. by going back: the field is reset.
          key={query.doctor}
          doctor={query.doctor === null ? null : (doctors[0] ?? null)}
        />
      )}
      {doctors.length === 0 ? (
        <NoDoctors narrowed={narrowed} />
      ) : (
        <Stack component="ul" gap="sm" p={0} style={{ margin: 0, listStyle: 'none' }}>
          {doctors.map((doctor) => (
            <DoctorCard key={doctor.accountId} doctor={doctor} />
          ))}
        </Stack>
      )}
      <PageLinks page={query.page} pageCount={pages} />
    </>
  );
}

function NoDoctors({ narrowed }: { narrowed: boolean }) {
  const t = useTranslations();
  return narrowed ? (
    <EmptyState
      icon={<IconSearchOff size={26} />}
      title={t('app.adminDoctors.noDoctorMatches')}
      action={
        <LinkButton href="/admin/doctors" variant="default">
          {t('app.adminDoctors.showAllDoctors')}
        </LinkButton>
      }
    >
      {t('app.adminDoctors.noMatchHint')}
    </EmptyState>
  ) : (
    <EmptyState icon={<IconStethoscope size={26} />} title={t('app.adminDoctors.noDoctorsYet')}>
      {t('app.adminDoctors.noDoctorsHint')}
    </EmptyState>
  );
}
