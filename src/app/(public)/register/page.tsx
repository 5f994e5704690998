import { getTranslations } from 'next-intl/server';
import { Group, Text } from '@mantine/core';
import { pageTitle } from '@/app/page-title';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { RegisterDoctorForm } from '@/accounts/ui/registration/register-doctor-form';
import { RegisterPatientForm } from '@/accounts/ui/registration/register-patient-form';
import { LinkButton } from '@/components/link-button';
import { TextLink } from '@/components/text-link';

export const generateMetadata = pageTitle('app.register.title');

export default async function RegisterPage(props: { searchParams: Promise<{ as?: unknown }> }) {
  const t = await getTranslations();
  const doctor = (await props.searchParams).as === 'doctor';
  return (
    <AccountCard title={t('app.register.title')} lead={t('app.register.lead')}>
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
        {t.rich('app.register.registeredAlready', {
          login: (chunks) => <TextLink href="/login">{chunks}</TextLink>,
        })}
      </Text>
    </AccountCard>
  );
}
