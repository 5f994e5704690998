import { z } from 'zod';
import { readDemoCode } from '@/accounts/factors/totp/read-demo-code';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'In a demonstration, the code that the authenticator app would show; elsewhere nothing.',
  who: 'signed-in',
  evenWithout: ['second-factor'],
  limit: { calls: 60, minutes: 15 },
  answer: z.object({ code: z.string() }),
  run: async ({ actor }) => ({ code: await readDemoCode(actor) }),
});
