import type { ForecastAnswer } from '../answer/forecast-answer';

type Ready = Extract<ForecastAnswer, { status: 'ready' }>;
type None = Extract<ForecastAnswer, { status: 'none' }>;

/** Why there is no forecast, for a patient. */
export const NO_FORECAST: Record<None['reason'], string> = {
  'too-little-history':
    'Too few days of fees are known yet to foretell the next ones. Two weeks are needed.',
  'chain-unavailable': 'The blockchain could not be asked for its fees for two days.',
  'data-too-old': 'The newest known fees are more than two days old.',
  'not-made-yet': 'The first forecast is being made.',
};

/** A share for a person: whole per cent. */
export function percentText(percent: number): string {
  return `${Math.round(Math.abs(percent))} %`;
}

/** `about 40 % less than now, likely between 25 % and 55 % less` */
export function savingText({ likely, low, high }: Ready['advice']['saving']): string {
  const about = `about ${percentText(likely)} ${likely < 0 ? 'more' : 'less'} than now`;
  const range =
    low < 0
      ? `between ${percentText(low)} more and ${percentText(high)} less`
      : `between ${percentText(low)} and ${percentText(high)} less`;
  return `${about}, likely ${range}`;
}

/** How the forecast and its advice did of late, in one sentence. */
export function recordText({ record, advice }: Ready): string {
  if (record === null) return 'It is too new to say how well it does.';
  const { origins, errorPercent, savedPercent, sundaySavedPercent } = record;
  const did = (saved: number) => `${saved < 0 ? 'lost' : 'saved'} ${percentText(saved)}`;
  const lately = `In the last ${origins} days it was within ±${percentText(errorPercent)} on average, and its advice ${did(savedPercent)} against a random day of the next seven`;
  return advice.rule === 'sunday'
    ? `${lately}. It advises simply “next Sunday”, because the model chose no better.`
    : `${lately}; always choosing Sunday would have ${did(sundaySavedPercent)}.`;
}

/** Where the numbers come from. */
export function sourceText({ source, chain }: Ready): string {
  if (source === 'SIMULATED') return 'Simulated fees, for the demonstration.';
  const whose = chain.isOwn
    ? `Fees of ${chain.name}.`
    : `Fees of ${chain.name}, not of the network that your reports are anchored on.`;
  return source === 'IMPORTED' ? `${whose} Its history was imported.` : whose;
}
