import { getTranslations } from 'next-intl/server';
import { IconUserQuestion } from '@tabler/icons-react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { LinkButton } from '@/components/link-button';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Section } from '@/components/section';
import { readOwnPatientCode } from '@/sharing/requests/own-patient-code';
import { listReceivedRequests } from '@/sharing/requests/received-requests';
import { PatientCodeCard } from '@/sharing/ui/requests/patient-code-card';
import { RequestLines } from '@/sharing/ui/requests/request-lines';

export const generateMetadata = pageTitle('app.patientRequests.title');

/** Doctors who ask a patient for reports, and the code by which they find the patient. */
export default async function PatientRequestsPage() {
  const t = await getTranslations();
  const actor = await requirePageActor('PATIENT');
  const [requests, code] = await Promise.all([
    listReceivedRequests(actor),
    readOwnPatientCode(actor),
  ]);
  return (
    <>
      <PageHeader
        title={t('app.patientRequests.title')}
        lead={t('app.patientRequests.lead')}
        actions={
          <LinkButton href="/patient/doctors" variant="default">
            {t('app.patientRequests.doctors')}
          </LinkButton>
        }
      />
      <Stack gap="xl">
        {requests.length === 0 ? (
          <EmptyState
            icon={<IconUserQuestion size={26} />}
            title={t('app.patientRequests.emptyTitle')}
          >
            {t('app.patientRequests.empty')}
          </EmptyState>
        ) : (
          <Section title={t('app.patientRequests.list')}>
            <RequestLines
              lines={requests.map((request) => ({
                request,
                who: t('app.patientRequest.who', request.doctor),
                href: `/patient/requests/${request.requestId}`,
              }))}
            />
            <Text size="sm" c="dimmed">
              {t('app.patientRequests.kept')}
            </Text>
          </Section>
        )}
        <PatientCodeCard code={code} />
      </Stack>
    </>
  );
}
