import { z } from 'zod';
import { pickedPatientSchema } from '@/accounts/people/patient-marks';
import { readPatient } from '@/accounts/people/read-patient';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'Reads what a report will state about the patient whom a doctor has picked.',
  who: 'doctor',
  limit: { calls: 60, minutes: 10 },
  params: z.object({ accountId: z.uuid() }),
  answer: pickedPatientSchema,
  run: ({ actor, params }) => readPatient(actor, params.accountId),
});
