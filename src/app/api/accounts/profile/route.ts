import { correctOwnProfile } from '@/accounts/profile/correct-own-profile';
import { profileInput, toProfileFields } from '@/accounts/profile/profile-fields';
import { defineRoute } from '../../define-route';

export const PUT = defineRoute({
  summary: 'Corrects the own name, its spelling for documents, and the birth date.',
  who: 'signed-in',
  limit: { calls: 10, minutes: 60 },
  body: profileInput,
  run: ({ actor, body }) => correctOwnProfile(actor, toProfileFields(body)),
});
