'use client';

import { useTranslations } from 'next-intl';
import { Button, Stack, TextInput } from '@mantine/core';
import { useState, type SubmitEvent } from 'react';
import { findPastedSecret, type LinkPage } from '@/platform/http/link-secret';

/** Opens a mailed link of this page by its pasted address, as it would open from the mail. */
export function PasteLink({ page }: { page: LinkPage }) {
  const t = useTranslations();
  const [pasted, setPasted] = useState('');
  const [refused, setRefused] = useState(false);

  const open = (event: SubmitEvent) => {
    event.preventDefault();
    const secret = findPastedSecret(pasted, page);
    setRefused(secret === null);
    if (secret !== null) window.location.hash = secret;
  };

  return (
    <form onSubmit={open} noValidate style={{ width: '100%' }}>
      <Stack gap="sm">
        <TextInput
          label={t('components.pasteLink.label')}
          description={t('components.pasteLink.description')}
          placeholder={t('components.pasteLink.placeholder')}
          size="md"
          inputMode="url"
          autoComplete="off"
          ta="left"
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          error={refused && <span role="alert">{t('components.pasteLink.incomplete')}</span>}
        />
        <Button type="submit" variant="default" size="md">
          {t('components.pasteLink.open')}
        </Button>
      </Stack>
    </form>
  );
}
