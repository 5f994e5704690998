import { z } from 'zod';
import { findPatients } from '@/accounts/people/find-patients';
import { patientCandidateSchema } from '@/accounts/people/patient-marks';
import { defineRoute } from '../../define-route';

// A POST, because a name must not stand in an address: logs, proxies and histories keep those.
export const POST = defineRoute({
  summary: 'Finds patients by a part of their name, from the third letter on, or by their number.',
  who: 'doctor',
  // Typing a name takes a few calls; reading the whole register would take months.
  limit: { calls: 120, minutes: 10 },
  body: z.object({ name: z.string().trim().min(1).max(120) }),
  answer: z.array(patientCandidateSchema),
  run: ({ actor, body }) => findPatients(actor, body.name),
});
