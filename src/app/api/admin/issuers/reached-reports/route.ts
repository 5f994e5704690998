import { z } from 'zod';
import { countReachedReports, markQuery } from '@/registry/issuers/count-reached-reports';
import { defineRoute } from '../../../define-route';

export const GET = defineRoute({
  summary: 'How many valid reports a mark of an issuer from some block would make invalid.',
  who: 'admin',
  query: markQuery,
  answer: z.object({ reports: z.number().int().nonnegative() }),
  run: ({ actor, query }) => countReachedReports(actor, query),
});
