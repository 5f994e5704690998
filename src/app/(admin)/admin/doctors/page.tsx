import { Stack } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import type { Metadata } from 'next';
import { z } from 'zod';
import { listDoctors } from '@/accounts/list-doctors';
import { requirePageActor } from '@/accounts/require-page-actor';
import { DoctorCard } from '@/accounts/ui/doctor-card';
import { EmptyState } from '@/components/empty-state';
import { PageHeader } from '@/components/page-header';
import { PageLinks } from '@/components/page-links';

export const metadata: Metadata = { title: 'Doctors' };

const querySchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

export default async function DoctorsPage(props: { searchParams: Promise<unknown> }) {
  const actor = await requirePageActor('ADMIN');
  const { page } = querySchema.parse(await props.searchParams);
  const { doctors, total, pages } = await listDoctors(actor, page);
  return (
    <>
      <PageHeader
        title="Doctors"
        lead={total === 1 ? '1 doctor' : `${total} doctors, those who wait for approval first`}
      />
      {doctors.length === 0 ? (
        <EmptyState icon={<IconStethoscope size={26} />} title="No doctors yet">
          Doctors appear here once they have registered and confirmed their e-mail address.
        </EmptyState>
      ) : (
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
          {doctors.map((doctor) => (
            <DoctorCard key={doctor.accountId} doctor={doctor} />
          ))}
        </Stack>
      )}
      <PageLinks page={page} pageCount={pages} />
    </>
  );
}
