'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** The reader's time zone; UTC while the server renders, until the page is alive. */
export function useZone(): string {
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  return inBrowser ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
}
