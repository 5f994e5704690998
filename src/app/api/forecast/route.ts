import { CHAIN_LIMITS } from '@/app/api/chain-limits';
import { defineRoute } from '@/app/api/define-route';
import { advisedForecastSchema } from '@/forecast/answer/forecast-answer';
import { readAdvisedForecast } from '@/forecast/answer/read-advised-forecast';

export const GET = defineRoute({
  summary:
    'The price of gas now, fees of the next seven days, and whether to wait for cheaper hours.',
  who: 'signed-in',
  limit: CHAIN_LIMITS.quote,
  answer: advisedForecastSchema,
  run: () => readAdvisedForecast(),
});
