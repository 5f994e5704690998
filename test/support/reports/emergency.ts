import { birthDateOf } from '@/accounts/people/birth-date';
import { database } from '@/platform/database/database';
import { saveSummary } from '@/records/emergency/save-summary';
import type { EmergencySummary } from '@/records/emergency/summary-schema';
import { acknowledgeEmergency } from '@/sharing/emergency/acknowledge-emergency';
import { askForRecord } from '@/sharing/emergency/ask-for-record';
import type { OpeningInput } from '@/sharing/emergency/emergency-schema';
import { openEmergency } from '@/sharing/emergency/open-emergency';
import { makePatientCode } from '@/sharing/requests/own-patient-code';
import { createPatient, type Person } from '../people/factories';
import { giveFreshProof } from '../people/proof';
import { emergencySummary } from '../records/emergency-summary';

/** Why, unless a test states something else. */
export const STATED = { reason: 'unconscious', words: 'Found on the street.' } as const;

/** A patient who keeps a summary, with the code of their card. */
export async function patientWithSummary(
  given: Partial<EmergencySummary> = {},
  who: Parameters<typeof createPatient>[0] = {},
): Promise<{ patient: Person; code: string }> {
  const patient = await createPatient(who);
  await saveSummary(patient.actor, { summary: emergencySummary(given), revision: 0 });
  return { patient, code: await makePatientCode(patient.actor) };
}

/** A doctor opens a summary by a code. @returns the id of the access */
export async function openByCode(doctor: Person, code: string): Promise<string> {
  const input: OpeningInput = { who: { by: 'CODE', code }, ...STATED };
  return (await openEmergency(doctor.actor, input)).accessId;
}

/** The name and the birth date of a patient, as a doctor types them. */
export async function namedAs({ actor }: Person): Promise<OpeningInput['who']> {
  const { accountId, displayName: name } = actor;
  const profile = await database().patientProfile.findUniqueOrThrow({ where: { accountId } });
  return { by: 'NAME', name, birthDate: birthDateOf(profile) };
}

/** A doctor opens a summary and asks for all reports. @returns the id of the request */
export async function askByCode(doctor: Person, code: string): Promise<string> {
  const summaryId = await openByCode(doctor, code);
  return (await askForRecord(doctor.actor, summaryId, STATED)).accessId;
}

/** Administrators acknowledge, one after the other. */
export async function acknowledge(
  accessId: string,
  administrators: readonly Person[],
): Promise<void> {
  for (const administrator of administrators) {
    await giveFreshProof(administrator);
    await acknowledgeEmergency(administrator.actor, accessId);
  }
}
