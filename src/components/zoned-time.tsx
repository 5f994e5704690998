'use client';

import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/**
 * A moment with its zone: in UTC as the server sends it, in the reader's own zone once the page is alive.
 * @param at ISO 8601
 * @param dateOnly leaves out the hours, for lists
 */
export function ZonedTime({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) {
  const inBrowser = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
  const zone = inBrowser ? Intl.DateTimeFormat().resolvedOptions().timeZone : 'UTC';
  return (
    <time dateTime={at} title={`${formatMoment(at, zone)} (${zone})`}>
      {dateOnly ? formatDay(at, zone) : formatMoment(at, zone)}
    </time>
  );
}

function formatDay(at: string, timeZone: string): string {
  const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone });
  return form.format(new Date(at));
}

function formatMoment(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}
