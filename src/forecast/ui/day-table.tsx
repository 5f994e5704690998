import { useTranslations } from 'next-intl';
import {
  Badge,
  Group,
  Table,
  TableCaption,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import { useZone } from '@/components/use-zone';
import type { Translate } from '@/messages/translator';
import type { ReadyForecast } from '../answer/forecast-answer';
import { hourText, shortDayText } from '../hours/format-hours';
import type { CostScale } from './cost-scale';

interface DayTableProps extends Pick<ReadyForecast, 'days'> {
  /** The advised day; null where the advice is not to wait. */
  advised: string | null;
  /** The price of gas now, gwei; null when it is not known. */
  now: number | null;
  scale: CostScale;
}

/** The next seven days in words and numbers: what the chart draws, also for those who do not see it. */
export function DayTable({ days, advised, now, scale }: DayTableProps) {
  const t = useTranslations();
  const zone = useZone();
  const cheapest = Math.min(...days.map(({ point }) => point));
  return (
    <Table fz="sm" verticalSpacing={6} horizontalSpacing={4} captionSide="bottom">
      <TableCaption ta="left" fz="xs">
        {[scale.caption, t('forecast.dayTable.likelyRangeNote'), dayBoundsText(days, zone, t)].join(
          ' ',
        )}
      </TableCaption>
      <TableThead>
        <TableTr>
          <TableTh scope="col">{t('forecast.dayTable.day')}</TableTh>
          <TableTh scope="col">{t('forecast.dayTable.expected')}</TableTh>
          <TableTh scope="col">{t('forecast.dayTable.likelyRange')}</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {now !== null && (
          <TableTr>
            <TableTh scope="row">{t('forecast.dayTable.now')}</TableTh>
            <TableTd colSpan={2}>
              {scale.ethText === null
                ? scale.text(scale.value(now))
                : t('forecast.dayTable.costAndEth', {
                    cost: scale.text(scale.value(now)),
                    eth: scale.ethText(now),
                  })}
            </TableTd>
          </TableTr>
        )}
        {days.map(({ date, point, low, high }) => (
          <TableTr key={date}>
            <TableTh scope="row" fw={400}>
              {shortDayText(date, 'UTC', t)}
              <Group gap={4}>
                {point === cheapest && <Mark color="green">{t('forecast.dayTable.cheapest')}</Mark>}
                {date === advised && <Mark color="blue">{t('forecast.dayTable.advised')}</Mark>}
              </Group>
            </TableTh>
            <TableTd>{scale.text(scale.value(point))}</TableTd>
            <TableTd>
              {t('forecast.dayTable.range', {
                low: scale.text(scale.value(low)),
                high: scale.text(scale.value(high)),
              })}
            </TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}

function Mark({ color, children }: { color: string; children: string }) {
  return (
    <Badge size="xs" color={color} variant="light" tt="none">
      {children}
    </Badge>
  );
}

/** When a day of the forecast begins on the reader's clock. */
function dayBoundsText(days: ReadyForecast['days'], zone: string, t: Translate): string {
  const [first] = days;
  if (!first || zone === 'UTC') return t('forecast.dayTable.daysOfUtc');
  return t('forecast.dayTable.daysOfUtcBeginAt', { hour: hourText(first.date, zone, t), zone });
}
