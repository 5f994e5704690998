'use client';

import { useTranslations } from 'next-intl';
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { eventPlaceSchema } from '@/audit/days/event-place';

/** Downloads the receipt for an event whose place in the trail is known. */
export function ReceiptForm() {
  const t = useTranslations();
  const [place, setPlace] = useState('');
  const isPlace = eventPlaceSchema.safeParse(place).success;
  return (
    <Group align="flex-end">
      <TextInput
        label={t('audit.receiptForm.label')}
        description={t('audit.receiptForm.hint')}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value.trim())}
      />
      {isPlace && (
        <Button
          component="a"
          variant="default"
          href={`/api/admin/events/${place}/receipt`}
          download
        >
          {t('audit.receiptForm.download')}
        </Button>
      )}
    </Group>
  );
}
