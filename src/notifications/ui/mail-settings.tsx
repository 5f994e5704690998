'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi, problemMessage } from '@/platform/http/call-api';
import type { MailPreference } from '../mail-preferences';

/** By which notifications a person is mailed; each choice is kept at once. */
export function MailSettings({ preferences }: { preferences: readonly MailPreference[] }) {
  const t = useTranslations();
  const [choices, setChoices] = useState(preferences);
  const [busy, setBusy] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function choose(preference: MailPreference, mail: boolean) {
    setBusy(preference.group);
    setKept(false);
    setFailure(null);
    try {
      const choice = { group: preference.group, mail };
      await callApi('PUT', '/api/notifications/preferences', z.undefined(), choice);
      setChoices(choices.map((one) => (one === preference ? { ...one, mail } : one)));
      setKept(true);
    } catch (error) {
      setFailure(problemMessage(error, t));
    } finally {
      setBusy(null);
    }
  }

  return (
    <Stack gap="lg" role="group" aria-label={t('notifications.settings.byMail')}>
      {choices.map((preference) => (
        <Checkbox
          key={preference.group}
          label={t(`notifications.settings.${preference.group}.label`)}
          description={t(`notifications.settings.${preference.group}.description`)}
          checked={preference.mail}
          disabled={preference.isFixed || busy !== null}
          onChange={(event) => void choose(preference, event.currentTarget.checked)}
        />
      ))}
      <Text size="sm" c="dimmed" role="status">
        {kept && t('notifications.settings.kept')}
      </Text>
      {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
    </Stack>
  );
}
