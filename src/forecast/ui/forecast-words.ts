import type { Advice } from '../answer/advise';
import type { ForecastAnswer, ReadyForecast } from '../answer/forecast-answer';

type None = Extract<ForecastAnswer, { status: 'none' }>;

/** Why there is no forecast, for a patient. */
export const NO_FORECAST: Record<None['reason'], string> = {
  'too-little-history':
    'Too few days of fees are known yet to forecast the next ones: about ten weeks are needed.',
  'chain-unavailable': 'The blockchain cannot be asked for its fees.',
  'data-too-old': 'The newest known fees are too old for a forecast.',
  'not-made-yet': 'The first one is being made.',
};

/** A share for a person: whole per cent, not torn apart at the end of a line. */
function percentText(percent: number): string {
  return `${Math.round(Math.abs(percent))}\u00A0%`;
}

/** `about 40 % less than now, likely between 25 % and 55 % less` */
export function savingText({ likely, low, high }: NonNullable<Advice['saving']>): string {
  return `about ${percentText(likely)} ${likely < 0 ? 'more' : 'less'} than now, likely between ${rangeText(low, high)}`;
}

function rangeText(low: number, high: number): string {
  if (low >= 0) return `${percentText(low)} and ${percentText(high)} less`;
  if (high <= 0) return `${percentText(high)} and ${percentText(low)} more`;
  return `${percentText(low)} more and ${percentText(high)} less`;
}

/** How forecast and advice did of late, in one sentence. */
export function recordText({ record }: ReadyForecast): string {
  if (record === null) return 'This forecast is too new to say how well it does.';
  const { origins, errorPercent, savedPercent, sundaySavedPercent } = record;
  const did = (saved: number) => `${saved < 0 ? 'lost' : 'saved'} ${percentText(saved)}`;
  return `In the last ${origins} days this forecast was within ±${percentText(errorPercent)} on average, and its advice ${did(savedPercent)} against a random day; always choosing Sunday would have ${did(sundaySavedPercent)}.`;
}

/** Where a simple rule is in use because nothing learned is better, says so. */
export function ruleText({ advice, model }: ReadyForecast): string | null {
  if (advice.rule === 'model') return null;
  return [
    'The day is chosen by a simple rule, “next Sunday”: no model has saved more than luck explains.',
    isSunday(advice.date)
      ? ''
      : ' This Sunday’s hours are over, so that the cheapest of those left are advised.',
    model === 'product'
      ? ''
      : ' The costs are forecast by a simple rule, too: no trained model errs less.',
  ].join('');
}

function isSunday(date: string): boolean {
  return new Date(date).getUTCDay() === 0;
}

/** Whose fees these are. */
export function sourceText({ source, chain }: ReadyForecast): string {
  if (source === 'SIMULATED') {
    return 'Simulated fees, for this demonstration: its network charges the same.';
  }
  const whose = chain.isOwn
    ? `Fees of ${chain.name}, the network that your reports are sealed on.`
    : `Fees of ${chain.name}, not of the network that your reports are sealed on.`;
  return source === 'IMPORTED' ? `${whose} Their history was imported.` : whose;
}

/** `less than an hour old` */
export function ageText(hours: number): string {
  const whole = Math.floor(hours);
  if (whole < 1) return 'less than an hour old';
  return `${whole} ${whole === 1 ? 'hour' : 'hours'} old`;
}
