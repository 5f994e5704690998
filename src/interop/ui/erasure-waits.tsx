'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { z } from 'zod';
import type { OpenErasure } from '@/accounts/erasure/read-own-erasure';
import { useSubmission } from '@/accounts/ui/use-submission';
import { ErrorNotice } from '@/components/feedback/error-notice';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';
import { SectionCard } from '@/components/section-card';
import { ZonedTime } from '@/components/zoned-time';
import { ApiProblem, callApi } from '@/platform/http/call-api';

/** Takes it back. Where none waits any more, as when an answer was lost or in another window, the page shows why. */
async function takeBackOnce(): Promise<void> {
  try {
    await callApi('DELETE', '/api/erasures', z.undefined());
  } catch (error) {
    if (!(error instanceof ApiProblem && error.code === 'wrong-state')) throw error;
  }
}

/** Until when the erasure can be taken back, and the button that does it. */
export function ErasureWaits({ erasure }: { erasure: OpenErasure }) {
  const t = useTranslations();
  const router = useRouter();
  const { busy, failure, submit } = useSubmission();

  async function takeBack() {
    if (await submit(takeBackOnce)) router.refresh();
  }

  return (
    <SectionCard id="waits" title={t('interop.erasureWaits.title')}>
      <Stack align="flex-start">
        <Text role="status">
          {t.rich('interop.erasureWaits.until', { time: () => <ZonedTime at={erasure.dueAt} /> })}
        </Text>
        {erasure.waitsForSealing && <Text>{t('interop.erasureWaits.sealing')}</Text>}
        <Text>{t('interop.erasureWaits.meanwhile')}</Text>
        {failure !== null && <ErrorNotice>{failure}</ErrorNotice>}
        <Button loading={busy} onClick={() => void takeBack()}>
          {t('interop.erasureWaits.takeBack')}
        </Button>
      </Stack>
    </SectionCard>
  );
}
