import { correctionInput, toProfileFields } from '@/accounts/profile/profile-fields';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { defineRoute } from '../../define-route';

export const POST = defineRoute({
  summary: 'Asks the administrators to correct the own name, birth date, clinic or licence.',
  who: 'signed-in',
  limit: { calls: 10, minutes: 60 },
  body: correctionInput,
  run: ({ actor, body }) => requestProfileChange(actor, toProfileFields(body), body.reason),
});
