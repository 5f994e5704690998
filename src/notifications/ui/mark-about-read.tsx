'use client';

import { useEffect } from 'react';
import { sendRead } from './send-read';

/** On the page of a thing: what the bell has about it is read, however the page was opened. */
export function MarkAboutRead({ about }: { about: string }) {
  useEffect(() => {
    // When it fails, the next visit tries again.
    void sendRead({ about }).catch(() => undefined);
  }, [about]);
  return null;
}
