import { z } from 'zod';
import {
  changeRetention,
  retentionInput,
  retentionKind,
} from '@/interop/retention/change-retention';
import { defineRoute } from '../../../define-route';

export const PUT = defineRoute({
  summary: 'Sets for how long a kind of report is kept although its patient asks for erasure.',
  who: 'admin',
  limit: { calls: 60, minutes: 60 },
  params: z.object({ kind: retentionKind }),
  body: retentionInput,
  run: ({ actor, params, body }) => changeRetention(actor, params.kind, body),
});
