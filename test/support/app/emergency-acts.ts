import { createAdmin, createDoctor } from '../people/factories';
import { askByCode, openByCode, patientWithSummary, STATED } from '../reports/emergency';
import type { SensitiveAct } from './sensitive-acts';

async function opened() {
  const { code } = await patientWithSummary();
  const doctor = await createDoctor();
  return { doctor, code, accessId: await openByCode(doctor, code) };
}

/** Acts by which a doctor opens what a patient has not granted. Everybody else gets a mail about each. */
export const EMERGENCY_ACTS: SensitiveAct[] = [
  {
    address: 'POST /api/emergency-accesses',
    ready: async () => {
      const { code } = await patientWithSummary();
      return { person: await createDoctor(), body: { who: { by: 'CODE', code }, ...STATED } };
    },
    mail: null,
  },
  {
    address: 'POST /api/emergency-accesses/[accessId]/record',
    ready: async () => {
      const { doctor: person, accessId } = await opened();
      return { person, params: { accessId }, body: STATED };
    },
    mail: null,
  },
  {
    address: 'POST /api/emergency-accesses/[accessId]/acknowledgement',
    ready: async () => {
      const { code } = await patientWithSummary();
      const accessId = await askByCode(await createDoctor(), code);
      return { person: await createAdmin(), params: { accessId } };
    },
    mail: null,
  },
  {
    address: 'POST /api/emergency-accesses/[accessId]/review',
    ready: async () => {
      const { accessId } = await opened();
      const body = { verdict: 'UNJUSTIFIED', words: 'The clinic confirms it.' };
      return { person: await createAdmin(), params: { accessId }, body };
    },
    mail: null,
  },
];
