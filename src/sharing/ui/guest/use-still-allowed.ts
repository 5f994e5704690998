'use client';

import { useEffect, useEffectEvent } from 'react';
import { checkLink } from './check-link';
import type { GuestEnd } from './guest-ends';

const EVERY_MS = 30_000;

/**
 * Asks again, twice a minute and whenever the tab comes back to the front, whether the permission still
 * stands: a report that is open on a screen goes when the patient takes it back.
 */
export function useStillAllowed(token: string, onEnd: (end: GuestEnd) => void): void {
  const look = useEffectEvent(async () => {
    // Our own server out of reach is no answer: what needs it says so itself.
    const outcome = await checkLink(token).catch(() => 'ready' as const);
    // Wrong codes that a stranger enters close the link, but not the eyes of who has proved the mailbox.
    if (outcome !== 'ready' && outcome !== 'code-cap') onEnd(outcome);
  });
  useEffect(() => {
    const timer = setInterval(() => void look(), EVERY_MS);
    const onVisible = () => {
      if (document.visibilityState === 'visible') void look();
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [token]);
}
