'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useState } from 'react';

/**
 * The steps of a form, each with its own address, so that the browser's "back" leads to the previous step. A step is
 * shown only after it was reached in this page: a reload starts at the first one, because the typed values are lost.
 */
export function useSteps(): { step: number; go: (step: number) => void } {
  const pathname = usePathname();
  const params = useSearchParams();
  const [reached, setReached] = useState(1);
  const requested = Number(params.get('step') ?? 1);
  return {
    step: Number.isInteger(requested) && requested >= 1 ? Math.min(requested, reached) : 1,
    go: (step) => {
      const next = new URLSearchParams(params);
      next.set('step', String(step));
      setReached(Math.max(reached, step));
      window.history.pushState(null, '', `${pathname}?${next}`);
    },
  };
}
