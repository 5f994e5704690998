import { z } from 'zod';
import { declineProfileChange } from '@/accounts/profile/decline-profile-change';
import { reasonSchema } from '@/accounts/profile/profile-fields';
import { defineRoute } from '../../../../define-route';

export const POST = defineRoute({
  summary: 'Declines a request to correct a name or a birth date; mails the person the reason.',
  who: 'admin',
  params: z.object({ changeId: z.uuid() }),
  body: z.object({ reason: reasonSchema }),
  run: ({ actor, params, body }) => declineProfileChange(actor, params.changeId, body.reason),
});
