import { z } from 'zod';
import { findPatients } from '@/accounts/find-patients';
import { patientSnapshotSchema } from '@/accounts/snapshots';
import { defineRoute } from '../define-route';

export const GET = defineRoute({
  summary: 'Finds patients by a part of their name, from the third letter on.',
  who: 'doctor',
  // Typing a name asks a few times; reading out the register would ask for months.
  limit: { calls: 120, minutes: 10 },
  query: z.object({ name: z.string().trim().min(1).max(120) }),
  answer: z.array(patientSnapshotSchema),
  run: ({ actor, query }) => findPatients(actor, query.name),
});
