'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/** Asking for it is slow, and every time on a page asks. */
let ownZone: string | undefined;

function readOwnZone(): string {
  ownZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return ownZone;
}

/** The reader's time zone; UTC while the server renders, until the page is alive. */
export function useZone(): string {
  return useSyncExternalStore(neverChanges, readOwnZone, () => 'UTC');
}
