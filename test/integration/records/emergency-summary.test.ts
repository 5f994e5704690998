import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { readOwnSummary } from '@/records/emergency/read-own-summary';
import { saveSummary } from '@/records/emergency/save-summary';
import { summaryInput, type EmergencySummary } from '@/records/emergency/summary-schema';
import { filesOf, readyExport } from '../../support/interop/exports';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../support/people/factories';
import { actionsAbout } from '../../support/people/trail';
import { emergencySummary } from '../../support/records/emergency-summary';

let patient: Person;
beforeAll(async () => {
  patient = await createPatient();
});

function rowOf({ actor: { accountId } }: Person) {
  return database().emergencySummary.findUniqueOrThrow({ where: { accountId } });
}

describe('a patient keeps an emergency summary', () => {
  it('sealed, with a revision for each save', async () => {
    const summary = emergencySummary();
    expect(await readOwnSummary(patient.actor)).toMatchObject({ summary: null, revision: 0 });
    expect(await saveSummary(patient.actor, { summary, revision: 0 })).toEqual({ revision: 1 });
    expect(await readOwnSummary(patient.actor)).toMatchObject({ summary, revision: 1 });
    const row = Buffer.from((await rowOf(patient)).sealedSummary).toString('latin1');
    expect(row).not.toContain('Penicillin');
    expect(await actionsAbout(patient.actor.accountId)).toContain('emergency.summary-saved');
  });

  it('and loses nothing when two windows save at once', async () => {
    const person = await createPatient();
    const saves = ['Aspirin', 'Latex'].map((text) =>
      saveSummary(person.actor, {
        summary: emergencySummary({ allergies: { none: false, text } }),
        revision: 0,
      }),
    );
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = saveSummary(person.actor, { summary: emergencySummary(), revision: 0 });
    await expect(late).rejects.toMatchObject({ code: 'conflict' });
    expect((await rowOf(person)).revision).toBe(1);
  });

  it('which nobody else has or writes', async () => {
    for (const { actor } of [await createDoctor(), await createAdmin()]) {
      const saved = saveSummary(actor, { summary: emergencySummary(), revision: 0 });
      await expect(saved).rejects.toMatchObject({ code: 'not-found' });
      await expect(readOwnSummary(actor)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('and a row that was moved to another person opens nothing', async () => {
    const [one, other] = [await createPatient(), await createPatient()];
    for (const { actor } of [one, other]) {
      await saveSummary(actor, { summary: emergencySummary(), revision: 0 });
    }
    const { sealedSummary } = await rowOf(one);
    await database().emergencySummary.update({
      where: { accountId: other.actor.accountId },
      data: { sealedSummary },
    });
    await expect(readOwnSummary(other.actor)).rejects.toMatchObject({ code: 'object-altered' });
  });

  it('and takes it along with the copy of all records', async () => {
    const files = await filesOf(patient, await readyExport(patient));
    expect(files['emergency-summary.fhir.json']?.toString()).toContain('Penicillin');
    expect(files['index.html']?.toString()).toContain('emergency-summary.fhir.json');
  });
});

describe('what is typed', () => {
  const wrong = (change: Partial<EmergencySummary>) => {
    const summary = emergencySummary(change);
    const { error } = summaryInput.safeParse({ summary, revision: 0 });
    return error?.issues.map(({ path }) => path.join('.'));
  };
  const [contact] = emergencySummary().contacts;

  it('is refused where it contradicts itself, is too long, or no number or address', () => {
    const both = { none: true, text: 'Pollen' };
    expect(wrong({ allergies: both })).toEqual(['summary.allergies.text']);
    expect(wrong({ note: 'x'.repeat(1_501) })).toEqual(['summary.note']);
    if (contact === undefined) throw new Error('The example has a contact');
    expect(wrong({ contacts: [{ ...contact, phone: 'call me' }] })).toEqual([
      'summary.contacts.0.phone',
    ]);
    expect(wrong({ contacts: [{ ...contact, email: 'nobody' }] })).toEqual([
      'summary.contacts.0.email',
    ]);
    expect(wrong({ contacts: [contact, contact, contact, contact] })).toEqual(['summary.contacts']);
    expect(wrong({})).toBeUndefined();
  });
});
