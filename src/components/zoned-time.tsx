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
  const moment = format(at, MOMENT, zone, t);
  return (
    <time dateTime={at} title={`${moment} (${zone})`}>
      {dateOnly && format(at, DAY, zone, t)}
      {timeOnly && format(at, HOUR, zone, t)}
      {!dateOnly && !timeOnly && moment}
    </time>
  );
}

const DAY: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };
const HOUR: Intl.DateTimeFormatOptions = {
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
};
const MOMENT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...HOUR,
};

/** A formatter is slow to make, and a list shows many moments. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(at: string, form: Intl.DateTimeFormatOptions, timeZone: string, t: Translate) {
  const locale = formattingLocale(t);
  const key = JSON.stringify([locale, timeZone, form]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...form, timeZone });
  formatters.set(key, formatter);
  return formatter.format(new Date(at));
}
