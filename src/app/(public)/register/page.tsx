import { Group, Text } from '@mantine/core';
import type { Metadata } from 'next';
import { AccountCard } from '@/accounts/ui/doctors/account-card';
import { RegisterDoctorForm } from '@/accounts/ui/register-doctor-form';
import { RegisterPatientForm } from '@/accounts/ui/register-patient-form';
import { LinkButton } from '@/components/link-button';
import { TextLink } from '@/components/text-link';

export const metadata: Metadata = { title: 'Register' };

export default async function RegisterPage(props: { searchParams: Promise<{ as?: unknown }> }) {
  const doctor = (await props.searchParams).as === 'doctor';
  return (
    <AccountCard title="Register" lead="Guests need no account: their link is in the e-mail.">
      <Group component="nav" grow gap="xs" aria-label="Register as">
        <LinkButton
          href="/register"
          variant={doctor ? 'default' : 'light'}
          {...(doctor ? {} : { 'aria-current': 'page' as const })}
        >
          Patient
        </LinkButton>
        <LinkButton
          href="/register?as=doctor"
          variant={doctor ? 'light' : 'default'}
          {...(doctor ? { 'aria-current': 'page' as const } : {})}
        >
          Doctor
        </LinkButton>
      </Group>
      {doctor ? <RegisterDoctorForm /> : <RegisterPatientForm />}
      <Text size="sm">
        Registered already? <TextLink href="/login">Log in</TextLink>
      </Text>
    </AccountCard>
  );
}
