import { z } from 'zod';
import { findOwnPatients } from '@/reports/drafts/find-own-patients';
import { ownPatientSchema } from '@/reports/drafts/own-patient';
import { defineRoute } from '../../../define-route';

// A POST, because a name must not stand in an address: logs, proxies and histories keep those.
export const POST = defineRoute({
  summary: 'Finds the patients for whom a doctor has written, by a part of their name.',
  who: 'doctor',
  limit: { calls: 120, minutes: 10 },
  body: z.object({ name: z.string().trim().min(1).max(120) }),
  answer: z.array(ownPatientSchema),
  run: ({ actor, body }) => findOwnPatients(actor, body.name),
});
