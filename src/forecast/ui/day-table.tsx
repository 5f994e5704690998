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

/** The next seven days in words and numbers: what the chart draws, for everybody to read. */
export function DayTable({ days, advised, now, scale }: DayTableProps) {
  const t = useTranslations();
  const zone = useZone();
  const cheapest = Math.min(...days.map(({ point }) => point));
  return (
    <Table fz="sm" verticalSpacing={6} horizontalSpacing={4} captionSide="bottom">
      <TableCaption ta="left" fz="xs">
        {t('forecast.dayTable.captionFourDaysInFiveEnd', {
          caption: scale.caption,
          dayBounds: dayBounds(days, zone),
        })}
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
              {scale.text(scale.value(now))}
              {scale.ethText !== null && `, ${scale.ethText(now)}`}
            </TableTd>
          </TableTr>
        )}
        {days.map(({ date, point, low, high }) => (
          <TableTr key={date}>
            <TableTh scope="row" fw={400}>
              {shortDayText(date)}
              <Group gap={4}>
                {point === cheapest && <Mark color="green">{t('forecast.dayTable.cheapest')}</Mark>}
                {date === advised && <Mark color="blue">{t('forecast.dayTable.advised')}</Mark>}
              </Group>
            </TableTh>
            <TableTd>{scale.text(scale.value(point))}</TableTd>
            <TableTd>
              {t('forecast.dayTable.scaleToScale2', {
                scale: scale.text(scale.value(low)),
                scale2: scale.text(scale.value(high)),
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
function dayBounds(days: ReadyForecast['days'], zone: string): string {
  const [first] = days;
  if (!first || zone === 'UTC') return 'Days are those of UTC.';
  return `Days are those of UTC, which begin at ${hourText(first.date, zone)} in your time zone (${zone}).`;
}
