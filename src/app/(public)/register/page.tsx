import { getTranslations } from 'next-intl/server';
import { Group, Text } from '@mantine/core';
import type { Metadata } from 'next';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { RegisterDoctorForm } from '@/accounts/ui/register-doctor-form';
import { RegisterPatientForm } from '@/accounts/ui/register-patient-form';
import { LinkButton } from '@/components/link-button';
import { TextLink } from '@/components/text-link';

export const metadata: Metadata = { title: 'Register' };

export default async function RegisterPage(props: { searchParams: Promise<{ as?: unknown }> }) {
  const t = await getTranslations();
  const doctor = (await props.searchParams).as === 'doctor';
  return (
    <AccountCard
      title={t('app.register.register')}
      lead={t('app.register.guestsNeedNoAccountTheirLink')}
    >
      <Group component="nav" grow gap="xs" aria-label={t('app.register.registerAs')}>
        <LinkButton
          href="/register"
          variant={doctor ? 'default' : 'light'}
          {...(doctor ? {} : { 'aria-current': 'page' as const })}
        >
          {t('app.register.patient')}
        </LinkButton>
        <LinkButton
          href="/register?as=doctor"
          variant={doctor ? 'light' : 'default'}
          {...(doctor ? { 'aria-current': 'page' as const } : {})}
        >
          {t('common.doctor')}
        </LinkButton>
      </Group>
      {doctor ? <RegisterDoctorForm /> : <RegisterPatientForm />}
      <Text size="sm">
        Registered already? <TextLink href="/login">{t('common.logIn')}</TextLink>
      </Text>
    </AccountCard>
  );
}
