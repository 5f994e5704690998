import { z } from 'zod';
import { defineRoute } from '../define-route';

export const GET = defineRoute({
  summary: 'This document.',
  who: 'anyone',
  limit: { calls: 60, minutes: 1, countedIn: 'process' },
  answer: z.looseObject({ openapi: z.string() }),
  // Loaded on demand: the document is made from the routes, this one among them.
  run: async () => (await import('@/generated/openapi.json')).default,
});
