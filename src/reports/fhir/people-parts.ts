import type { Observation, Organization, Patient, Practitioner } from '@medplum/fhirtypes';
import { loinc, snomed, type Coding } from '../coding';
import type { ReportDocument } from '../report-document';
import { concept, hl7, identifierSystem, refTo, type Part } from './bundle-frame';

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
    ...bloodGroup(document),
  ];
}

function patient({
  patient: { accountId, name, birthDate, gender, email },
}: ReportDocument): Patient {
  return {
    resourceType: 'Patient',
    identifier: [{ system: 'urn:ietf:rfc:3986', value: `urn:uuid:${accountId}` }],
    name: [{ use: 'official', text: name }],
    telecom: [{ system: 'email', value: email }],
    gender,
    birthDate,
  };
}

function practitioner(document: ReportDocument): Practitioner {
  const { name, licenceNumber, email } = document.doctor;
  return {
    resourceType: 'Practitioner',
    identifier: [
      {
        type: concept('Licence number', hl7('v2-0203', 'MD', 'Medical License number')),
        system: identifierSystem(document, 'licence-number'),
        value: licenceNumber,
      },
    ],
    name: [{ use: 'official', text: name }],
    telecom: [{ system: 'email', value: email }],
  };
}

function organization({ doctor }: ReportDocument): Organization {
  return { resourceType: 'Organization', name: doctor.clinic };
}

/** The blood group is what the patient stated at registration, and says so. */
function bloodGroup(document: ReportDocument): Part[] {
  const coding = BLOOD_GROUPS[document.patient.bloodGroup];
  if (coding === null) return [];
  const resource: Observation = {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    code: concept('Blood group', loinc('882-1', 'ABO and Rh group [Type] in Blood')),
    subject: refTo(document, 'patient'),
    performer: [refTo(document, 'patient')],
    valueCodeableConcept: concept(coding.display, coding),
    note: [{ text: 'As stated by the patient; not determined for this report.' }],
  };
  return [{ role: 'blood-group', resource }];
}
