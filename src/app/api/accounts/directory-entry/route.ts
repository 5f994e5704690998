import { z } from 'zod';
import { changeListing } from '@/accounts/directory/change-listing';
import { SPECIALTIES } from '@/accounts/directory/specialties';
import { defineRoute } from '../../define-route';

export const PUT = defineRoute({
  summary: 'Lists the doctor in the directory that patients search, or takes them off it (null).',
  who: 'doctor',
  body: z.object({ specialty: z.enum(SPECIALTIES).nullable() }),
  run: ({ actor, body }) => changeListing(actor, body.specialty),
});
