import type {
  HumanName,
  Identifier,
  Observation,
  Organization,
  Patient,
  Practitioner,
} from '@medplum/fhirtypes';
import type { PatientSnapshot } from '@/accounts/people/snapshots';
import { loinc, snomed, type Coding } from './coding';
import type { ReportDocument } from '@/reports/documents/report-document';
import { IDENTITY_LABELS } from '../templates/covid-19-options';
import {
  concept,
  hl7,
  identifierSystem,
  observationCategory,
  refTo,
  type Part,
} from './bundle-frame';

/** ABO and RhD, SNOMED CT; an unknown group makes no Observation. */
const BLOOD_GROUPS: Record<ReportDocument['patient']['bloodGroup'], Coding | null> = {
  A_POSITIVE: snomed('278149003', 'Blood group A Rh(D) positive'),
  A_NEGATIVE: snomed('278152006', 'Blood group A Rh(D) negative'),
  B_POSITIVE: snomed('278150003', 'Blood group B Rh(D) positive'),
  B_NEGATIVE: snomed('278153001', 'Blood group B Rh(D) negative'),
  AB_POSITIVE: snomed('278151004', 'Blood group AB Rh(D) positive'),
  AB_NEGATIVE: snomed('278154007', 'Blood group AB Rh(D) negative'),
  O_POSITIVE: snomed('278147001', 'Blood group O Rh(D) positive'),
  O_NEGATIVE: snomed('278148006', 'Blood group O Rh(D) negative'),
  UNKNOWN: null,
};

/** The patient, the doctor and the clinic. */
export function peopleParts(document: ReportDocument): Part[] {
  return [
    { role: 'patient', resource: patient(document) },
    { role: 'practitioner', resource: practitioner(document) },
    { role: 'organization', resource: organization(document) },
    ...bloodGroupParts(document),
  ];
}

/** As much as the PDF says (see describePatient): the Bundle goes wherever the PDF goes. */
function patient(document: ReportDocument): Patient {
  const { accountId, birthDate, gender } = document.patient;
  return {
    resourceType: 'Patient',
    identifier: [
      { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${accountId}` },
      ...identityNumber(document),
    ],
    name: [humanName(document.patient)],
    ...(document.template === 'BLOOD_PRESSURE' && { gender }),
    birthDate,
  };
}

function identityNumber(document: ReportDocument): Identifier[] {
  if (document.template !== 'COVID_19' || document.form.identityType === '') return [];
  const { identityType, identityNumber: value } = document.form;
  const type =
    identityType === 'passport'
      ? hl7('v2-0203', 'PPN', 'Passport number')
      : hl7('v2-0203', 'NI', 'National unique individual identifier');
  return [{ use: 'official', type: concept(IDENTITY_LABELS[identityType], type), value }];
}

/** Parts of a name only as the person stated them: nobody can split `Ali Ahmed` for sure. */
function humanName(person: Pick<PatientSnapshot, 'name' | 'givenNames' | 'familyName'>): HumanName {
  const { name, givenNames, familyName } = person;
  return {
    use: 'official',
    text: name,
    ...(familyName !== null && { family: familyName }),
    ...(givenNames !== null && { given: [givenNames] }),
  };
}

function practitioner(document: ReportDocument): Practitioner {
  const { licenceNumber, email } = document.doctor;
  return {
    resourceType: 'Practitioner',
    identifier: [
      {
        type: concept('Licence number', hl7('v2-0203', 'MD', 'Medical License number')),
        system: identifierSystem(document, 'licence-number'),
        value: licenceNumber,
      },
    ],
    name: [humanName(document.doctor)],
    telecom: [{ system: 'email', value: email }],
  };
}

function organization({ doctor }: ReportDocument): Organization {
  return { resourceType: 'Organization', name: doctor.clinic };
}

/**
 * The blood group is what the patient stated at registration, and says so; only in reports that print it.
 */
export function bloodGroupParts(document: ReportDocument): Part[] {
  if (document.template !== 'BLOOD_PRESSURE') return [];
  const coding = BLOOD_GROUPS[document.patient.bloodGroup];
  if (coding === null) return [];
  const resource: Observation = {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    category: observationCategory('survey'),
    code: concept('Blood group', loinc('882-1', 'ABO and Rh group [Type] in Blood')),
    subject: refTo(document, 'patient'),
    effectiveDateTime: document.form.date,
    performer: [refTo(document, 'patient')],
    valueCodeableConcept: concept(coding.display, coding),
    note: [{ text: 'As stated by the patient; not determined for this report.' }],
  };
  return [{ role: 'blood-group', resource }];
}
