import { describe, expect, it } from 'vitest';
import type { Bundle } from '@medplum/fhirtypes';
import { ipsDocument } from '@/records/emergency/ips-document';
import type { EmergencySummary } from '@/records/emergency/summary-schema';
import { emergencySummary } from '../support/records/emergency-summary';
import { fhirProblems } from '../support/reports/fhir-rules';
import { bloodPressureDocument } from '../support/reports/report-documents';

const AT = new Date('2026-11-28T09:00:00Z');
const { patient } = bloodPressureDocument();
const nothing = { none: false, text: '' };
const none = { none: true, text: '' };
const empty = { contacts: [], note: '' };

function documentOf(summary: EmergencySummary | null): Bundle {
  const savedAt = summary === null ? null : AT;
  const known = { patient, summary, savedAt, revision: summary === null ? 0 : 3 };
  return ipsDocument(known, AT, 'https://medanchor.example');
}

describe('the document of an emergency summary', () => {
  it.each<[string, EmergencySummary | null]>([
    ['filled', emergencySummary()],
    [
      'with nothing stated',
      { allergies: nothing, conditions: nothing, medicines: nothing, ...empty },
    ],
    ['with nothing known', { allergies: none, conditions: none, medicines: none, ...empty }],
    ['not saved', null],
  ])('is valid FHIR: %s', (_name, summary) => {
    expect(fhirProblems(documentOf(summary))).toEqual([]);
  });

  it('has no blood group where it is not known', () => {
    const known = { patient: { ...patient, bloodGroup: 'UNKNOWN' as const } };
    const rest = { summary: emergencySummary(), savedAt: AT, revision: 1 };
    const document = ipsDocument({ ...known, ...rest }, AT, 'https://medanchor.example');
    expect(fhirProblems(document)).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('"Observation"');
  });

  it('names each line, and the difference between none and not stated', () => {
    const summary = emergencySummary({ conditions: none, medicines: nothing });
    const named = (documentOf(summary).entry ?? []).flatMap(({ resource }) => {
      if (resource?.resourceType === 'AllergyIntolerance') return resource.code?.text ?? [];
      if (resource?.resourceType === 'Condition') return resource.code?.coding?.[0]?.code ?? [];
      if (resource?.resourceType !== 'MedicationStatement') return [];
      return resource.medicationCodeableConcept?.coding?.[0]?.code ?? [];
    });
    expect(named).toEqual([
      'Penicillin – rash',
      'Peanuts',
      'no-known-problems',
      'no-medication-info',
    ]);
  });
});
