import { useTranslations } from 'next-intl';
import { Button, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { MAX_CONTACTS, type EmergencySummary } from '@/records/emergency/summary-schema';

/** A person to tell as the form holds them: no address is an empty field. */
export type TypedContact = Omit<EmergencySummary['contacts'][number], 'email'> & { email: string };

/** A summary as the form holds it. */
export type TypedSummary = Omit<EmergencySummary, 'contacts'> & { contacts: TypedContact[] };

const NOBODY: TypedContact = { name: '', relation: '', phone: '', email: '' };

/** The people to tell, each in fields of their own. */
export function ContactFields({ form }: { form: UseFormReturnType<TypedSummary> }) {
  const t = useTranslations();
  const { contacts } = form.getValues();
  const field = (place: number, name: keyof TypedContact) =>
    form.getInputProps(`contacts.${place}.${name}`);
  return (
    <Stack gap="md">
      {contacts.map((_contact, place) => (
        <Fieldset key={place} legend={t('records.emergency.contact', { place: place + 1 })}>
          <Stack gap="sm">
            <TextInput
              label={t('records.emergency.contactName')}
              required
              autoComplete="off"
              {...field(place, 'name')}
            />
            <TextInput
              label={t('records.emergency.relation')}
              autoComplete="off"
              {...field(place, 'relation')}
            />
            <TextInput
              type="tel"
              label={t('records.emergency.telephone')}
              required
              autoComplete="off"
              {...field(place, 'phone')}
            />
            <TextInput
              type="email"
              label={t('common.eMailAddress')}
              description={t('records.emergency.emailHint')}
              autoComplete="off"
              {...field(place, 'email')}
            />
            <Group>
              <Button
                variant="subtle"
                color="red"
                leftSection={<IconTrash size={18} aria-hidden="true" />}
                onClick={() => form.removeListItem('contacts', place)}
              >
                {t('records.emergency.removeContact')}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      {contacts.length < MAX_CONTACTS && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden="true" />}
            onClick={() => form.insertListItem('contacts', NOBODY)}
          >
            {t('records.emergency.addContact')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
