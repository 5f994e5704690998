'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { CODE_PAUSE_MS } from '@/sharing/guest/guest-limits';
import { useSecondsLeft } from './use-seconds-left';

interface ResendCodeProps {
  /** When this page requested the last code, in milliseconds since the epoch; null when it did not. */
  requestedAt: number | null;
  busy: boolean;
  onRequest: () => void;
}

/** Requests another code, a minute after the last one. Mount it again for each code. */
export function ResendCode({ requestedAt, busy, onRequest }: ResendCodeProps) {
  const t = useTranslations();
  const left = useSecondsLeft(new Date((requestedAt ?? 0) + CODE_PAUSE_MS).toISOString());
  return (
    <Button variant="subtle" disabled={busy || left > 0} onClick={onRequest}>
      {left > 0
        ? t('sharing.resendCode.sendInSeconds', { seconds: left })
        : t('sharing.resendCode.send')}
    </Button>
  );
}
