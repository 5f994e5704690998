'use client';

import { useEffect, useEffectEvent } from 'react';
import { SECOND_MS } from '@/platform/time/durations';
import { fetchLinkOutcome } from './fetch-link-outcome';
import type { GuestEnd } from './guest-end';

const EVERY_MS = 30 * SECOND_MS;

/**
 * Checks twice a minute, and whenever the tab becomes visible, whether the permission is still valid, so that an open
 * report is closed when the patient revokes it.
 */
export function usePermissionPoll(token: string, onEnd: (end: GuestEnd) => void): void {
  const check = useEffectEvent(async () => {
    // An unreachable server decides nothing: other calls show that error.
    const outcome = await fetchLinkOutcome(token).catch(() => 'ready' as const);
    // Wrong codes of a stranger lock the link, but do not close the report of a guest who verified the mailbox.
    if (outcome !== 'ready' && outcome !== 'code-cap') onEnd(outcome);
  });
  useEffect(() => {
    const timer = setInterval(() => void check(), EVERY_MS);
    const onVisible = () => {
      if (document.visibilityState === 'visible') void check();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [token]);
}
