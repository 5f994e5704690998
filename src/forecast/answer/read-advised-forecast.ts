import type { z } from 'zod';
import { readTypicalQuote } from '@/registry/fees/read-typical-quote';
import { advise } from './advise';
import type { advisedForecastSchema } from './forecast-answer';
import { presentPrice } from './present-price';
import { readForecast } from './read-forecast';

/** The forecast with the price now and the advice made against it; asks the chain for the price. */
export async function readAdvisedForecast(
  now = new Date(),
): Promise<z.infer<typeof advisedForecastSchema>> {
  const [forecast, quote] = await Promise.all([readForecast(now), readTypicalQuote()]);
  if (forecast.status === 'none') return forecast;
  const price = presentPrice(forecast.chain, quote);
  return { ...forecast, price, advice: advise(forecast, now, price) };
}
