import { listFactors } from '@/accounts/factors/list-factors';
import { ownFactors } from '@/accounts/factors/own-factors';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'Which second factors the account has.',
  who: 'signed-in',
  evenWithout: ['second-factor', 'factor-setup'],
  answer: ownFactors,
  run: ({ actor }) => listFactors(actor),
});
