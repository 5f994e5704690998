'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';

/**
 * The steps of a form, each with an address of its own, so that the browser's "back" leads to the step
 * before. A step counts only after it was reached in this page: a reload begins with the first one, because
 * what was typed is gone.
 */
export function useSteps(): { step: number; go: (step: number) => void } {
  const pathname = usePathname();
  const params = useSearchParams();
  const [reached, setReached] = useState(1);
  const asked = Number(params.get('step') ?? 1);
  return {
    step: Number.isInteger(asked) && asked >= 1 ? Math.min(asked, reached) : 1,
    go: (step) => {
      const next = new URLSearchParams(params);
      next.set('step', String(step));
      setReached(Math.max(reached, step));
      window.history.pushState(null, '', `${pathname}?${next}`);
    },
  };
}
