import { getTranslations } from 'next-intl/server';
import { Alert, Stack, Text } from '@mantine/core';
import { readOwnProfile } from '@/accounts/profile/read-own-profile';
import type { Actor } from '@/accounts/sessions/actor';
import { PORTAL_OF } from '@/accounts/sessions/portal-of';
import { SectionCard } from '@/components/section-card';
import { TextLink } from '@/components/text-link';
import { DeclinedRequest } from './declined-request';
import { ProfileFacts } from './profile-facts';
import { ProfileForm } from './profile-form';

const OWN = { method: 'PUT', path: '/api/accounts/profile' } as const;
const ASK = { method: 'POST', path: '/api/accounts/profile-changes' } as const;

/** Who a person is, and how each part of it is corrected: the same for every role. */
export async function ProfileSections({ actor }: { actor: Actor }) {
  const t = await getTranslations();
  const { profile, request, declined } = await readOwnProfile(actor);
  const { role, fields, ownCorrection, isPrintable } = profile;
  const key = JSON.stringify(fields);
  return (
    <Stack gap="lg" maw={720}>
      <SectionCard id="about" title={t('accounts.profile.about')}>
        <ProfileFacts fields={fields} />
        {fields.printedName !== null && (
          <Text size="sm" c="dimmed">
            {t('accounts.profile.printedExplanation')}
          </Text>
        )}
      </SectionCard>
      {ownCorrection === 'all' && (
        <SectionCard id="correct" title={t('accounts.profile.correct')}>
          {role === 'PATIENT' && <Text>{t('accounts.profile.untilFirstReport')}</Text>}
          <ProfileForm
            key={key}
            fields={fields}
            send={OWN}
            verb={t('accounts.profile.save')}
            done={t('accounts.profile.saved')}
          />
        </SectionCard>
      )}
      {ownCorrection === 'printed-name' && (
        <SectionCard id="spelling" title={t('accounts.profile.addSpelling')}>
          <Text>{t('accounts.profile.spellingMissing')}</Text>
          <ProfileForm
            key={key}
            fields={fields}
            send={OWN}
            verb={t('accounts.profile.save')}
            done={t('accounts.profile.saved')}
            onlyPrintedName
          />
        </SectionCard>
      )}
      {ownCorrection === 'none' && (
        <SectionCard id="ask" title={t('accounts.profile.ask')}>
          <Text>
            {role === 'DOCTOR' ? t('accounts.profile.askAsDoctor') : t('accounts.profile.askWhy')}
          </Text>
          {!isPrintable && (
            <Alert color="yellow" title={t('app.adminPerson.notPrintableTitle')}>
              {t('accounts.profile.workplaceNotPrintable')}
            </Alert>
          )}
          {request !== null && (
            <>
              <Text fw={600}>{t('accounts.profile.asked')}</Text>
              <ProfileFacts fields={request.wanted} against={fields} />
            </>
          )}
          {declined !== null && <DeclinedRequest declined={declined} fields={fields} />}
          <ProfileForm
            key={`${key} ${request?.changeId ?? ''}`}
            fields={request?.wanted ?? declined?.wanted ?? fields}
            send={ASK}
            verb={t('accounts.profile.askVerb')}
            done={t('accounts.profile.askDone')}
            reasonLabel={t('accounts.profile.reason')}
          />
        </SectionCard>
      )}
      <SectionCard id="email" title={t('accounts.emailChange.section')}>
        <Text>
          {t.rich('accounts.profile.email', {
            email: actor.email,
            link: (chunks) => (
              <TextLink href={`${PORTAL_OF[role]}/security#email`}>{chunks}</TextLink>
            ),
          })}
        </Text>
      </SectionCard>
      {role !== 'PATIENT' && (
        <SectionCard id="erasure" title={t('accounts.erasure.section')}>
          <Text>{t('accounts.erasure.askAnAdministrator')}</Text>
        </SectionCard>
      )}
    </Stack>
  );
}
