'use client';

import { formattingLocale } from '@/messages/translator';
import { useZone } from './use-zone';

interface ZonedTimeProps {
  at: string;
  dateOnly?: boolean;
  timeOnly?: boolean;
}

/**
 * A moment with its zone: in UTC as the server sends it, in the reader's own zone once the page is alive.
 * @param at ISO 8601
 * @param dateOnly leaves out the hours, for lists
 * @param timeOnly leaves out the day, for what happened a moment ago
 */
export function ZonedTime({ at, dateOnly = false, timeOnly = false }: ZonedTimeProps) {
  const zone = useZone();
  return (
    <time dateTime={at} title={`${formatMoment(at, zone)} (${zone})`}>
      {dateOnly && formatDay(at, zone)}
      {timeOnly && formatHour(at, zone)}
      {!dateOnly && !timeOnly && formatMoment(at, zone)}
    </time>
  );
}

function formatDay(at: string, timeZone: string): string {
  const form = new Intl.DateTimeFormat(formattingLocale(), { dateStyle: 'medium', timeZone });
  return form.format(new Date(at));
}

function formatHour(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(formattingLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}

function formatMoment(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(formattingLocale(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}
