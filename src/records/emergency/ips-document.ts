import type { Bundle, Composition, Observation, Patient } from '@medplum/fhirtypes';
import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { translatorOf, type Translate } from '@/messages/translator';
import {
  concept,
  identifierSystem,
  observationCategory,
  refTo,
  urnOf,
  type Part,
} from '@/reports/fhir/bundle-frame';
import { ABO_AND_RHD, BLOOD_GROUPS } from '@/reports/fhir/blood-groups';
import { loinc } from '@/reports/fhir/coding';
import { humanNames } from '@/reports/fhir/human-names';
import { rowsNarrative, textNarrative } from '@/reports/fhir/narrative';
import { securityLabel } from '@/reports/fhir/security-label';
import { ipsSections, type IpsFrame, type IpsSection } from './ips-sections';
import type { KnownPatient } from './read-summary-of';

/** What the document is: hl7.org/fhir/uv/ips, Composition.type. */
const PATIENT_SUMMARY = loinc('60591-5', 'Patient summary Document');
const RESULTS = loinc('30954-2', 'Relevant diagnostic tests/laboratory data note');
const NOTE = loinc('48767-8', 'Annotation comment [Interpretation] Narrative');

/**
 * An emergency summary as a FHIR R4 document with the sections of the International Patient Summary
 * (hl7.org/fhir/uv/ips): allergies, problems and medicines as the patient typed them, the blood group as they stated it,
 * the people to tell as the contacts of the Patient.
 * @param at when it is made, where nothing was saved
 * @param origin the address of this installation
 */
export function ipsDocument(known: KnownPatient, at: Date, origin: string): Bundle {
  const { accountId } = known.patient;
  const frame: IpsFrame = {
    ...{ code: `emergency-summary/${accountId}`, verifyUrl: origin },
    locale: DEFAULT_LOCALE,
  };
  const t = translatorOf(frame.locale);
  const time = (known.savedAt ?? at).toISOString();
  const sections = [
    ...ipsSections(frame, known.summary, t, time),
    ...bloodGroup(frame, known, t, time),
    ...note(frame, known, t),
  ];
  const parts: Part[] = [
    { role: 'composition', resource: composition(frame, known, sections, t, time) },
    { role: 'patient', resource: patientOf(known) },
    ...sections.flatMap((section) => section.parts),
  ];
  return {
    resourceType: 'Bundle',
    meta: { security: [securityLabel('R')] },
    language: frame.locale,
    identifier: {
      system: identifierSystem(frame, 'emergency-summary'),
      value: `${accountId}/${known.revision}`,
    },
    type: 'document',
    timestamp: time,
    entry: parts.map(({ role, resource }) => ({ fullUrl: urnOf(frame, role), resource })),
  };
}

function composition(
  frame: IpsFrame,
  { patient }: KnownPatient,
  sections: readonly IpsSection[],
  t: Translate,
  time: string,
): Composition {
  const title = t('records.ips.title');
  return {
    resourceType: 'Composition',
    meta: { security: [securityLabel('R')] },
    language: frame.locale,
    text: rowsNarrative([{ label: title, value: patient.name }], frame.locale),
    status: 'final',
    type: concept(PATIENT_SUMMARY.display, PATIENT_SUMMARY),
    subject: refTo(frame, 'patient'),
    date: time,
    // Nobody else has read it: the patient answers for what it says.
    author: [refTo(frame, 'patient')],
    title,
    confidentiality: 'R',
    section: sections.map(({ section }) => section),
  };
}

function patientOf({ patient, summary }: KnownPatient): Patient {
  const contacts = summary?.contacts ?? [];
  return {
    resourceType: 'Patient',
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${patient.accountId}` }],
    name: humanNames(patient),
    gender: patient.gender,
    birthDate: patient.birthDate,
    ...(contacts.length > 0 && {
      contact: contacts.map(({ name, relation, phone, email }) => ({
        ...(relation !== '' && { relationship: [{ text: relation }] }),
        name: { text: name },
        telecom: [
          { system: 'phone' as const, value: phone },
          ...(email === null ? [] : [{ system: 'email' as const, value: email }]),
        ],
      })),
    }),
  };
}

function bloodGroup(
  frame: IpsFrame,
  { patient }: KnownPatient,
  t: Translate,
  time: string,
): IpsSection[] {
  const coding = BLOOD_GROUPS[patient.bloodGroup];
  if (coding === null) return [];
  const title = t('reports.fhir.bloodGroup');
  const resource: Observation = {
    resourceType: 'Observation',
    status: 'final',
    category: observationCategory('survey'),
    code: concept(title, ABO_AND_RHD),
    subject: refTo(frame, 'patient'),
    effectiveDateTime: time,
    performer: [refTo(frame, 'patient')],
    valueCodeableConcept: concept(coding.display, coding),
    note: [{ text: t('reports.fhir.bloodGroupNote') }],
  };
  return [
    {
      section: {
        title,
        code: concept(title, RESULTS),
        text: textNarrative(coding.display, frame.locale),
        entry: [refTo(frame, 'blood-group')],
      },
      parts: [{ role: 'blood-group', resource }],
    },
  ];
}

function note(frame: IpsFrame, { summary }: KnownPatient, t: Translate): IpsSection[] {
  if (summary === null || summary.note === '') return [];
  const title = t('records.emergency.note');
  const text = textNarrative(summary.note, frame.locale);
  return [{ section: { title, code: concept(title, NOTE), text }, parts: [] }];
}
