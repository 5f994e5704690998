'use client';

import { useEffect, useRef } from 'react';
import { focusHeading } from '@/components/frame/focus-heading';

/** Takes the reader to the top of the page, and its focus to the heading, whenever what it is about changes. */
export function NewState({ of }: { of: string }) {
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    window.scrollTo({ top: 0 });
    focusHeading();
  }, [of]);
  return null;
}
