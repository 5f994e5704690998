'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { SectionCard } from '@/components/section-card';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { callApi } from '@/platform/http/call-api';

/** Lets a patient leave their own reads of ordinary reports out of the access log. */
export function OwnReads({ initial }: { initial: boolean }) {
  const t = useTranslations();
  const [silent, setSilent] = useState(initial);
  const { busy, failure, submit } = useSubmission();

  async function change(wish: boolean) {
    const body = { silent: wish };
    if (await submit(() => callApi('PUT', '/api/accounts/own-reads', z.undefined(), body))) {
      setSilent(wish);
    }
  }

  return (
    <SectionCard id="own-reads" title={t('sharing.ownReads.title')}>
      <Stack gap="sm">
        <Text>{t('sharing.ownReads.explanation')}</Text>
        <Checkbox
          label={t('sharing.ownReads.label')}
          checked={silent}
          disabled={busy}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
      </Stack>
    </SectionCard>
  );
}
