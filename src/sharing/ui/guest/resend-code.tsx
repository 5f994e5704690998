'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { CODE_PAUSE_MS } from '@/sharing/guest/guest-limits';
import { useSecondsLeft } from './use-seconds-left';

interface ResendCodeProps {
  /** When this page asked for the last code, in milliseconds since the epoch; null when it did not. */
  askedAt: number | null;
  busy: boolean;
  onAsk: () => void;
}

/** Asks for another code, once a minute has passed since the last. Mount it anew for each code. */
export function ResendCode({ askedAt, busy, onAsk }: ResendCodeProps) {
  const t = useTranslations();
  const left = useSecondsLeft(new Date((askedAt ?? 0) + CODE_PAUSE_MS).toISOString());
  return (
    <Button variant="subtle" disabled={busy || left > 0} onClick={onAsk}>
      {left > 0
        ? t('sharing.resendCode.sendInSeconds', { seconds: left })
        : t('sharing.resendCode.send')}
    </Button>
  );
}
