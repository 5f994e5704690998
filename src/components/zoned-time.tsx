'use client';

import { useTranslations } from 'next-intl';
import { formattingLocale, type Translate } from '@/messages/translator';
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
  const t = useTranslations();
  const zone = useZone();
  return (
    <time dateTime={at} title={`${formatMoment(at, zone, t)} (${zone})`}>
      {dateOnly && formatDay(at, zone, t)}
      {timeOnly && formatHour(at, zone, t)}
      {!dateOnly && !timeOnly && formatMoment(at, zone, t)}
    </time>
  );
}

function formatDay(at: string, timeZone: string, t: Translate): string {
  const form = new Intl.DateTimeFormat(formattingLocale(t), { dateStyle: 'medium', timeZone });
  return form.format(new Date(at));
}

function formatHour(at: string, timeZone: string, t: Translate): string {
  return new Intl.DateTimeFormat(formattingLocale(t), {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}

function formatMoment(at: string, timeZone: string, t: Translate): string {
  return new Intl.DateTimeFormat(formattingLocale(t), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(at));
}
