import { z } from 'zod';
import { correctProfile } from '@/accounts/profile/correct-profile';
import { profileInput, reasonSchema, toProfileFields } from '@/accounts/profile/profile-fields';
import { defineRoute } from '../../../define-route';

export const PUT = defineRoute({
  summary: 'Corrects somebody’s name, its spelling for documents, or the birth date; mails them.',
  who: 'admin',
  params: z.object({ accountId: z.uuid() }),
  body: profileInput.safeExtend({ reason: reasonSchema, changeId: z.uuid().nullable() }),
  run: ({ actor, params, body }) =>
    correctProfile(actor, params.accountId, {
      wanted: toProfileFields(body),
      answer: body.reason,
      changeId: body.changeId,
    }),
});
