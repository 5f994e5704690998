import { ownReadsInput, silenceOwnReads } from '@/accounts/profile/silence-own-reads';
import { defineRoute } from '../../define-route';

export const PUT = defineRoute({
  summary: 'Leaves a patient’s own reads of ordinary reports out of the access log, or logs them.',
  who: 'patient',
  limit: { calls: 20, minutes: 15 },
  body: ownReadsInput,
  run: ({ actor, body }) => silenceOwnReads(actor, body),
});
