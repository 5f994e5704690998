import { rememberTimeZone, timeZoneInput } from '@/accounts/sessions/remember-time-zone';
import { defineRoute } from '../../define-route';

export const PUT = defineRoute({
  summary: 'Remembers in which time zone a person reads our pages, for the times in mails.',
  who: 'signed-in',
  body: timeZoneInput,
  run: ({ actor, body }) => rememberTimeZone(actor, body),
});
