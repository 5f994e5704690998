import { useEffect, useEffectEvent, useState } from 'react';
import { MINUTE_MS } from '@/platform/time/durations';

/** Shared by the tabs of one browser: the moment of the last keystroke or touch. */
const STORE_KEY = 'medanchor-last-active';
const TICK_MS = 15_000;
/** How often use is reported to the server, whose own clock runs by requests. */
const REPORT_EVERY_MS = 5 * MINUTE_MS;

interface IdleHandlers {
  /** Now and then while the person is active. */
  onActive: () => void;
  /** At each tick, with the whole minutes of silence. */
  onIdle: (minutes: number) => void;
}

/** Counts the minutes since the last keystroke or touch in any tab of this browser. */
export function useIdleMinutes({ onActive, onIdle }: IdleHandlers) {
  const [idleMinutes, setIdleMinutes] = useState(0);
  const reportActive = useEffectEvent(onActive);
  const reportIdle = useEffectEvent(onIdle);

  useEffect(() => {
    let reportedAt = Date.now();
    noteActivity();
    const tick = () => {
      const now = Date.now();
      const lastActive = Number(localStorage.getItem(STORE_KEY) ?? now);
      const minutes = Math.floor((now - lastActive) / MINUTE_MS);
      setIdleMinutes(minutes);
      reportIdle(minutes);
      if (lastActive > reportedAt && now - reportedAt >= REPORT_EVERY_MS) {
        reportedAt = now;
        reportActive();
      }
    };
    const timer = setInterval(tick, TICK_MS);
    const events = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const event of events) addEventListener(event, noteActivity, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, noteActivity);
    };
  }, []);

  function stay() {
    noteActivity();
    setIdleMinutes(0);
    onActive();
  }

  return { idleMinutes, stay };
}

function noteActivity(): void {
  localStorage.setItem(STORE_KEY, String(Date.now()));
}
