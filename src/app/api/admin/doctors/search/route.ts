import { z } from 'zod';
import { doctorCandidateSchema } from '@/accounts/doctors/doctor-candidate';
import { findDoctors } from '@/accounts/doctors/find-doctors';
import { defineRoute } from '../../../define-route';

// A POST, because a name must not stand in an address: logs, proxies and histories keep those.
export const POST = defineRoute({
  summary: 'Finds doctors by a part of their name, e-mail address, licence number or clinic.',
  who: 'admin',
  body: z.object({ name: z.string().trim().min(1).max(120) }),
  answer: z.array(doctorCandidateSchema),
  run: ({ actor, body }) => findDoctors(actor, body.name),
});
