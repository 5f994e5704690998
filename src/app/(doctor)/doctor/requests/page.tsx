import { getTranslations } from 'next-intl/server';
import { IconUserQuestion } from '@tabler/icons-react';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { pageTitle } from '@/app/page-title';
import { EmptyState } from '@/components/feedback/empty-state';
import { PageHeader } from '@/components/frame/page-header';
import { LinkButton } from '@/components/link-button';
import { Text } from '@/components/plain/text';
import { listOwnRequests } from '@/sharing/requests/own-requests';
import { RequestLines } from '@/sharing/ui/requests/request-lines';

export const generateMetadata = pageTitle('app.doctorRequests.title');

/** What a doctor has asked patients for. */
export default async function DoctorRequestsPage() {
  const t = await getTranslations();
  const requests = await listOwnRequests(await requirePageActor('DOCTOR'));
  return (
    <>
      <PageHeader
        title={t('app.doctorRequests.title')}
        lead={t('app.doctorRequests.lead')}
        actions={<LinkButton href="/doctor/requests/new">{t('app.doctorRequests.ask')}</LinkButton>}
      />
      {requests.length === 0 ? (
        <EmptyState
          icon={<IconUserQuestion size={26} />}
          title={t('app.doctorRequests.emptyTitle')}
        >
          {t('app.doctorRequests.empty')}
        </EmptyState>
      ) : (
        <>
          <RequestLines
            lines={requests.map((request) => ({
              request,
              who: request.addressee,
              href: `/doctor/requests/${request.requestId}`,
            }))}
          />
          <Text size="sm" c="dimmed">
            {t('app.doctorRequests.kept')}
          </Text>
        </>
      )}
    </>
  );
}
