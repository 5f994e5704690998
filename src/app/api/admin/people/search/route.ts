import { z } from 'zod';
import { findPeople } from '@/accounts/profile/find-people';
import { personCandidateSchema } from '@/accounts/profile/person-candidate';
import { defineRoute } from '../../../define-route';

// A POST, because a name must not stand in an address: logs, proxies and histories keep those.
export const POST = defineRoute({
  summary: 'Finds people by a part of their name, or by their e-mail address or patient number.',
  who: 'admin',
  limit: { calls: 300, minutes: 60 },
  body: z.object({ name: z.string().trim().min(1).max(254) }),
  answer: z.array(personCandidateSchema),
  run: ({ actor, body }) => findPeople(actor, body.name),
});
