import { dismissFactorHint } from '@/accounts/factors/dismiss-factor-hint';
import { defineRoute } from '../../define-route';

export const DELETE = defineRoute({
  summary: 'Asks a person no more to set up a second factor.',
  who: 'signed-in',
  run: ({ actor }) => dismissFactorHint(actor),
});
