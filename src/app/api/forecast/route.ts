import { defineRoute } from '@/app/api/define-route';
import { forecastAnswerSchema } from '@/forecast/answer/forecast-answer';
import { readForecast } from '@/forecast/answer/read-forecast';

export const GET = defineRoute({
  summary: 'When to transact: fees of the next seven days, the advised hours, and how it has done.',
  who: 'signed-in',
  answer: forecastAnswerSchema,
  run: () => readForecast(),
});
