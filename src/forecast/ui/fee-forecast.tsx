'use client';

import { Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import { ZonedTime } from '@/components/zoned-time';
import type { FeeQuote } from '@/registry/fee-quote';
import { PresentQuote } from '@/registry/ui/present-quote';
import type { ForecastAnswer } from '../answer/forecast-answer';
import { AdviceLine } from './advice-line';
import { costScale } from './cost-scale';
import { DayTable } from './day-table';
import { NO_FORECAST, recordText, sourceText } from './forecast-words';
import { HourChart } from './hour-chart';
import { RemindButton } from './remind-button';
import { WeekChart } from './week-chart';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;

interface FeeForecastProps {
  answer: ForecastAnswer;
  /** The price of a typical anchoring, or null when the chain could not be asked. */
  typical: FeeQuote | null;
  /** Only the advice at first, the rest on demand. */
  compact?: boolean;
}

/** Which of the next seven days is the cheapest to transact, how sure that is, and how it did so far. */
export function FeeForecast({ answer, typical, compact = false }: FeeForecastProps) {
  const [whole, setWhole] = useState(!compact);
  if (answer.status === 'none') return <NoForecast answer={answer} />;
  return (
    <Stack gap="sm">
      <AdviceLine advice={answer.advice} />
      {answer.advice.kind === 'wait' && <RemindButton />}
      {whole ? (
        <Week answer={answer} typical={typical} />
      ) : (
        <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
          Show the next 7 days
        </Button>
      )}
    </Stack>
  );
}

/** The seven days as a chart and a table, with what is known of the forecast itself. */
function Week({ answer, typical }: { answer: Ready; typical: FeeQuote | null }) {
  const [view, setView] = useState<'days' | 'hours'>('days');
  const { hours } = answer;
  // Inside a paid step, what that very transaction costs; elsewhere, what a typical one does.
  const scale = costScale(useContext(PresentQuote) ?? typical);
  return (
    <>
      {hours !== null && (
        <SegmentedControl
          size="xs"
          aria-label="Days or hours"
          value={view}
          onChange={(chosen) => setView(chosen === 'hours' ? 'hours' : 'days')}
          data={[
            { value: 'days', label: 'Day by day' },
            { value: 'hours', label: 'Hour by hour' },
          ]}
        />
      )}
      {view === 'hours' && hours !== null ? (
        <HourChart hours={hours} window={answer.advice.window} scale={scale} />
      ) : (
        <WeekChart days={answer.days} scale={scale} />
      )}
      <DayTable days={answer.days} scale={scale} />
      <Text size="sm">{recordText(answer)}</Text>
      <Group gap="xs">
        {answer.source === 'SIMULATED' && (
          <Badge variant="light" color="yellow" tt="none">
            Simulated
          </Badge>
        )}
        <Text size="xs" c="dimmed">
          {sourceText(answer)} Known until <ZonedTime at={answer.dataUntil} />.
        </Text>
      </Group>
    </>
  );
}

function NoForecast({ answer }: { answer: Extract<ForecastAnswer, { status: 'none' }> }) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" role="status">
      <IconChartLine size={20} aria-hidden="true" style={{ flexShrink: 0 }} />
      <Text size="sm">
        There is no forecast now. {NO_FORECAST[answer.reason]}
        {answer.dataUntil !== null && (
          <>
            {' '}
            Fees are known until <ZonedTime at={answer.dataUntil} />.
          </>
        )}
      </Text>
    </Group>
  );
}
