'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Stack } from '@/components/plain/stack';
import { Text } from '@/components/plain/text';

/** The worker needs less than a second for a report. */
const LOOK_AGAIN_MS = 3_000;

/** How many of the person's reports the keys open; looks again until it is all of them. */
export function KitProgress({ all, kept }: { all: number; kept: number }) {
  const t = useTranslations();
  const router = useRouter();
  const isDone = kept >= all;
  useEffect(() => {
    if (isDone) return;
    const looking = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(looking);
  }, [isDone, router]);
  return (
    <Stack gap={4} role="status">
      <Text fw={600}>{t('reports.recoveryKit.progress', { all, kept })}</Text>
      {!isDone && <Text c="dimmed">{t('reports.recoveryKit.filling')}</Text>}
    </Stack>
  );
}
