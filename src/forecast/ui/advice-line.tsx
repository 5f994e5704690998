'use client';

import { useTranslations } from 'next-intl';
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarTime, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useZone } from '@/components/use-zone';
import type { Translate } from '@/messages/translator';
import { isMoreExpensive, type Advice } from '../answer/advise';
import { dayText, hourText, windowText } from '../hours/format-hours';
import type { CostScale } from './cost-scale';
import { savingText } from './saving-text';

interface AdviceLineProps {
  advice: Advice;
  scale: CostScale;
}

/** Now, or when else, and what the wait is likely to save: advice, not an alarm. */
export function AdviceLine({ advice, scale }: AdviceLineProps) {
  const t = useTranslations();
  const zone = useZone();
  const { kind, begun, saving } = advice;
  const end = endOf(advice, zone, t);
  if (kind !== 'now') {
    const when = whenText(advice, zone, t);
    const title =
      kind === 'wait'
        ? t('forecast.adviceLine.waitUntil', { when })
        : t('forecast.adviceLine.likelyCheapest', { when });
    return (
      <Note color="blue" icon={<IconCalendarTime aria-hidden="true" />} title={title}>
        {withZone(
          [costText(advice, scale, t), ...bestText(advice, zone, t)].join(' '),
          advice,
          zone,
          t,
        )}
      </Note>
    );
  }
  if (saving !== null && isMoreExpensive(advice)) {
    return (
      <Note
        color="yellow"
        icon={<IconAlertTriangle aria-hidden="true" />}
        title={t('forecast.adviceLine.moreExpensive')}
      >
        {t('forecast.adviceLine.moreExpensiveBody', { saving: savingText(saving, t), ...end })}
      </Note>
    );
  }
  return (
    <Note
      color="green"
      icon={<IconCircleCheck aria-hidden="true" />}
      title={begun ? t('forecast.adviceLine.begun') : t('forecast.adviceLine.noNeedToWait')}
    >
      {begun || saving === null
        ? t('forecast.adviceLine.begunBody', end)
        : withZone(noNeedText(advice, saving, zone, t), advice, zone, t)}
    </Note>
  );
}

interface NoteProps {
  color: string;
  icon: ReactNode;
  title: string;
  children: string;
}

function Note({ color, icon, title, children }: NoteProps) {
  return (
    <Alert role="note" color={color} icon={icon} title={title}>
      <Text size="sm">{children}</Text>
    </Alert>
  );
}

function costText({ expected, saving }: Advice, scale: CostScale, t: Translate): string {
  const cost = scale.round(expected.point);
  return saving === null
    ? t('forecast.adviceLine.costThenOnly', { ...cost })
    : t('forecast.adviceLine.costThen', { ...cost, saving: savingText(saving, t) });
}

/** Names the best of the hours, where it is known. */
function bestText({ window }: Advice, zone: string, t: Translate): string[] {
  const best = window?.best;
  if (best === undefined) return [];
  return [t('forecast.adviceLine.bestAround', { hour: hourText(best, zone, t) })];
}

function noNeedText(
  advice: Advice,
  saving: NonNullable<Advice['saving']>,
  zone: string,
  t: Translate,
): string {
  return t('forecast.adviceLine.noNeedToWaitBody', {
    when: whenText(advice, zone, t),
    saving: savingText(saving, t),
  });
}

function whenText({ window, date }: Advice, zone: string, t: Translate): string {
  return window === null
    ? t('forecast.adviceLine.wholeDay', { day: dayText(date, 'UTC', t) })
    : windowText(window, zone, t);
}

/** When the hours end, as the arguments of a sentence. */
function endOf({ window }: Advice, zone: string, t: Translate) {
  return window === null
    ? { isWholeDay: 'yes', hour: '', zone }
    : { isWholeDay: 'no', hour: hourText(window.until, zone, t), zone };
}

/** Names the zone of hours that were named; a whole day is one of UTC. */
function withZone(text: string, { window }: Advice, zone: string, t: Translate): string {
  return window === null ? text : `${text} ${t('forecast.adviceLine.hoursOfYourZone', { zone })}`;
}
