import { getTranslations } from 'next-intl/server';
import { Card, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { readOwnProfile } from '@/accounts/profile/read-own-profile';
import type { Actor } from '@/accounts/sessions/actor';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { TextLink } from '@/components/text-link';
import { ProfileFacts } from './profile-facts';
import { ProfileForm } from './profile-form';

const OWN = { method: 'PUT', path: '/api/accounts/profile' } as const;
const ASK = { method: 'POST', path: '/api/accounts/profile-changes' } as const;

/** Who a person is, and how each part of it is corrected: the same for every role. */
export async function ProfileSections({ actor }: { actor: Actor }) {
  const t = await getTranslations();
  const { profile, request } = await readOwnProfile(actor);
  const { role, fields, ownCorrection } = profile;
  const key = JSON.stringify(fields);
  return (
    <Stack gap="lg" maw={720}>
      <ProfileCard id="about" title={t('accounts.profile.about')}>
        <ProfileFacts fields={fields} />
        {fields.printedName !== null && (
          <Text size="sm" c="dimmed">
            {t('accounts.profile.printedExplanation')}
          </Text>
        )}
      </ProfileCard>
      {ownCorrection === 'all' && (
        <ProfileCard id="correct" title={t('accounts.profile.correct')}>
          {role === 'PATIENT' && <Text>{t('accounts.profile.untilFirstReport')}</Text>}
          <ProfileForm
            key={key}
            fields={fields}
            send={OWN}
            verb={t('accounts.profile.save')}
            done={t('accounts.profile.saved')}
          />
        </ProfileCard>
      )}
      {ownCorrection === 'printed-name' && (
        <ProfileCard id="spelling" title={t('accounts.profile.addSpelling')}>
          <Text>{t('accounts.profile.spellingMissing')}</Text>
          <ProfileForm
            key={key}
            fields={fields}
            send={OWN}
            verb={t('accounts.profile.save')}
            done={t('accounts.profile.saved')}
            onlyPrintedName
          />
        </ProfileCard>
      )}
      {ownCorrection === 'none' && (
        <ProfileCard id="ask" title={t('accounts.profile.ask')}>
          <Text>
            {role === 'DOCTOR' ? t('accounts.profile.askAsDoctor') : t('accounts.profile.askWhy')}
          </Text>
          {request !== null && (
            <>
              <Text fw={600}>{t('accounts.profile.asked')}</Text>
              <ProfileFacts fields={request.wanted} against={fields} />
            </>
          )}
          <ProfileForm
            key={`${key} ${request?.changeId ?? ''}`}
            fields={request?.wanted ?? fields}
            send={ASK}
            verb={t('accounts.profile.askVerb')}
            done={t('accounts.profile.askDone')}
            reasonLabel={t('accounts.profile.reason')}
          />
        </ProfileCard>
      )}
      <ProfileCard id="email" title={t('accounts.emailChange.section')}>
        <Text>
          {t.rich('accounts.profile.email', {
            email: actor.email,
            link: (chunks) => (
              <TextLink href={`${PORTAL_OF[role]}/security#email`}>{chunks}</TextLink>
            ),
          })}
        </Text>
      </ProfileCard>
    </Stack>
  );
}

function ProfileCard({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Card>
  );
}
