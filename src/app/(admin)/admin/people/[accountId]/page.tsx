import { getTranslations } from 'next-intl/server';
import { Alert } from '@mantine/core';
import { orNotFound } from '@/app/or-not-found';
import { pageTitle } from '@/app/page-title';
import { readPerson } from '@/accounts/profile/read-person';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { DeclineRequestButton } from '@/accounts/ui/profile/decline-request-button';
import { EndSessionsButton } from '@/accounts/ui/profile/end-sessions-button';
import { ProfileFacts } from '@/accounts/ui/profile/profile-facts';
import { ProfileForm } from '@/accounts/ui/profile/profile-form';
import { PageHeader } from '@/components/frame/page-header';
import { Card } from '@/components/plain/card';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { SectionCard } from '@/components/section-card';
import { Title } from '@/components/plain/title';

export const generateMetadata = pageTitle('app.adminPerson.title');

export default async function PersonPage(props: { params: Promise<{ accountId: string }> }) {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const { accountId } = await props.params;
  const { profile, request } = await orNotFound(readPerson(actor, accountId));
  const { fields, role, email, isPrintable } = profile;
  return (
    <>
      <PageHeader
        title={t('app.adminPerson.title')}
        lead={t('app.adminPerson.lead', { role: t(`app.roles.${role}`), email })}
      />
      <Stack gap="lg" maw={720}>
        <Card component="section" aria-labelledby="now">
          <Stack gap="md">
            <Title order={2} id="now">
              {t('app.adminPerson.now')}
            </Title>
            <ProfileFacts fields={fields} />
            {!isPrintable && (
              <Alert color="yellow" title={t('app.adminPerson.notPrintableTitle')}>
                {t('app.adminPerson.notPrintable')}
              </Alert>
            )}
          </Stack>
        </Card>
        {request !== null && (
          <Card component="section" aria-labelledby="request">
            <Stack gap="md" align="flex-start">
              <Title order={2} id="request">
                {t('app.adminPerson.request')}
              </Title>
              <ProfileFacts fields={request.wanted} against={fields} />
              <Text>{t('app.adminPerson.because', { reason: request.reason })}</Text>
              <DeclineRequestButton changeId={request.changeId} />
            </Stack>
          </Card>
        )}
        <Card component="section" aria-labelledby="correct">
          <Stack gap="md">
            <Title order={2} id="correct">
              {request === null ? t('app.adminPerson.correct') : t('app.adminPerson.accept')}
            </Title>
            <Text>{t('app.adminPerson.consequence')}</Text>
            <ProfileForm
              key={`${JSON.stringify(fields)} ${request?.changeId ?? ''}`}
              fields={request?.wanted ?? fields}
              send={{
                method: 'PUT',
                path: `/api/admin/people/${accountId}`,
                changeId: request?.changeId ?? null,
              }}
              verb={t('app.adminPerson.save')}
              done={t('app.adminPerson.saved')}
              reasonLabel={t('app.adminPerson.reason')}
            />
          </Stack>
        </Card>
        <SectionCard id="sessions" title={t('app.adminPerson.sessions')}>
          <Text>{t('app.adminPerson.sessionsHint')}</Text>
          <div>
            <EndSessionsButton accountId={accountId} />
          </div>
        </SectionCard>
      </Stack>
    </>
  );
}
