import { defineRoute } from '@/app/api/define-route';
import { changeMailPreference, preferenceInput } from '@/notifications/mail-preferences';

export const PUT = defineRoute({
  summary: 'Keeps whether a person gets a group of notifications by mail, too.',
  who: 'signed-in',
  body: preferenceInput,
  run: ({ actor, body }) => changeMailPreference(actor, body),
});
