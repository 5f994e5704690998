'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/**
 * Whole seconds until a moment, never below zero.
 * @param until ISO 8601
 * @param onOver called once when it is reached, also after the device slept
 */
export function useSecondsLeft(until: string, onOver?: () => void): number {
  const [left, setLeft] = useState(() => secondsUntil(until));
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    const timer = setInterval(() => {
      const now = secondsUntil(until);
      setLeft(now);
      if (now > 0) return;
      clearInterval(timer);
      over();
    }, 1_000);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

function secondsUntil(until: string): number {
  return Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));
}
