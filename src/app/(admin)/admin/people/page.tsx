import { getTranslations } from 'next-intl/server';
import { IconInbox } from '@tabler/icons-react';
import { pageTitle } from '@/app/page-title';
import { listProfileRequests } from '@/accounts/profile/list-profile-requests';
import { requirePageActor } from '@/accounts/sessions/require-page-actor';
import { PeopleTabs } from '../people-tabs';
import { PersonFinder } from '@/accounts/ui/profile/person-finder';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';
import { PageHeader } from '@/components/frame/page-header';
import { Card } from '@/components/plain/card';
import { Group } from '@/components/plain/group';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { Title } from '@/components/plain/title';
import { ZonedTime } from '@/components/zoned-time';

export const generateMetadata = pageTitle('app.adminPeople.title');

export default async function PeoplePage() {
  const t = await getTranslations();
  const actor = await requirePageActor('ADMIN');
  const requests = await listProfileRequests(actor);
  return (
    <>
      <PageHeader title={t('app.adminPeople.title')} lead={t('app.adminPeople.lead')} />
      <PeopleTabs here="/admin/people" />
      <Stack gap="xl">
        <PersonFinder />
        <Stack component="section" gap="sm" aria-labelledby="requests">
          <Title order={2} id="requests">
            {t('app.adminPeople.requests')}
          </Title>
          {requests.length === 0 && (
            <EmptyState icon={<IconInbox size={26} />} title={t('app.adminPeople.noRequests')}>
              {t('app.adminPeople.noRequestsHint')}
            </EmptyState>
          )}
          {requests.map(({ changeId, accountId, name, role, reason, askedAt }) => (
            <Card key={changeId} component="section" aria-label={name}>
              <Group justify="space-between" gap="sm">
                <Stack gap={4}>
                  <Title order={3}>{name}</Title>
                  <Text size="sm" c="dimmed">
                    {t(`app.roles.${role}`)} · <ZonedTime at={askedAt} />
                  </Text>
                  <Text>{reason}</Text>
                </Stack>
                <LinkButton href={`/admin/people/${accountId}`}>
                  {t('app.adminPeople.open')}
                </LinkButton>
              </Group>
            </Card>
          ))}
        </Stack>
      </Stack>
    </>
  );
}
