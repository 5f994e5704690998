import { askFactorReset } from '@/accounts/factor-resets/ask-factor-reset';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary:
    'Asks two administrators to reset the second factors of a person who has lost them, from the second step of the log-in.',
  who: 'signed-in',
  evenWithout: ['second-factor'],
  limit: { calls: 5, minutes: 60 },
  run: ({ actor }) => askFactorReset(actor),
});
