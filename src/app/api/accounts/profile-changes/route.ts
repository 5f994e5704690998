import { profileInput, reasonSchema, toProfileFields } from '@/accounts/profile/profile-fields';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Asks the administrators to correct the own name or birth date.',
  who: 'signed-in',
  limit: { calls: 10, minutes: 60 },
  body: profileInput.safeExtend({ reason: reasonSchema }),
  run: ({ actor, body }) => requestProfileChange(actor, toProfileFields(body), body.reason),
});
