import { z } from 'zod';
import { correctProfile } from '@/accounts/profile/correct-profile';
import { correctionInput, toProfileFields } from '@/accounts/profile/profile-fields';
import { defineRoute } from '../../../define-route';

export const PUT = defineRoute({
  summary:
    'Corrects somebody’s name, its spelling for documents, birth date, clinic or licence; mails them.',
  who: 'admin',
  params: z.object({ accountId: z.uuid() }),
  body: correctionInput.safeExtend({ changeId: z.uuid().nullable() }),
  run: ({ actor, params, body }) =>
    correctProfile(actor, params.accountId, {
      wanted: toProfileFields(body),
      answer: body.reason,
      changeId: body.changeId,
    }),
});
