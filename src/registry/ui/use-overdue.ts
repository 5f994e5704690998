'use client';

import { useEffect, useState } from 'react';

/** After this time a person wonders where the wallet's window is. */
const PATIENCE_MS = 20_000;

/**
 * Whether something has been waited for so long that the page has to explain it.
 * @param what names what is waited for; null while nothing is
 */
export function useOverdue(what: string | null): boolean {
  const [overdue, setOverdue] = useState<string | null>(null);
  useEffect(() => {
    if (what === null) return;
    const timer = setTimeout(() => setOverdue(what), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setOverdue(null);
    };
  }, [what]);
  return what !== null && overdue === what;
}
