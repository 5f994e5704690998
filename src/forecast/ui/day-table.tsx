import {
  Badge,
  Table,
  TableCaption,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from '@mantine/core';
import type { ForecastAnswer } from '../answer/forecast-answer';
import type { CostScale } from './cost-scale';
import { shortDayText } from './format-hours';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

/** The next seven days in words and numbers: what the chart draws, for everybody to read. */
export function DayTable({ days, scale }: Pick<Ready, 'days'> & { scale: CostScale }) {
  const cheapest = Math.min(...days.map(({ point }) => point));
  return (
    <Table fz="sm" verticalSpacing={4} horizontalSpacing={4}>
      <TableCaption>{scale.caption}. Days are those of UTC.</TableCaption>
      <TableThead>
        <TableTr>
          <TableTh scope="col">Day</TableTh>
          <TableTh scope="col">Expected</TableTh>
          <TableTh scope="col">Four times in five</TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {days.map(({ date, point, low, high }) => (
          <TableTr key={date}>
            <TableTh scope="row" fw={400}>
              {shortDayText(date)}
            </TableTh>
            <TableTd>
              {scale.text(point)}
              {point === cheapest && (
                <Badge ml={6} size="xs" color="green" variant="light" tt="none">
                  Cheapest
                </Badge>
              )}
            </TableTd>
            <TableTd>
              {scale.text(low)}–{scale.text(high)}
            </TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
