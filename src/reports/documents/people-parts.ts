import type {
  Identifier,
  Observation,
  Organization,
  Patient,
  Practitioner,
} from '@medplum/fhirtypes';
import type { Translate } from '@/messages/translator';
import { ABO_AND_RHD, BLOOD_GROUPS } from '@/reports/fhir/blood-groups';
import { humanNames } from '@/reports/fhir/human-names';
import type { ReportDocument } from './report-document';
import { identityOf } from '@/reports/templates/identity-of';
import { TEMPLATES } from '@/reports/templates/templates';
import {
  concept,
  hl7,
  identifierSystem,
  observationCategory,
  refTo,
  type Part,
} from '@/reports/fhir/bundle-frame';

/** The patient, the doctor and the clinic. */
export function peopleParts(document: ReportDocument, t: Translate): Part[] {
  return [
    { role: 'patient', resource: patient(document, t) },
    { role: 'practitioner', resource: practitioner(document, t) },
    { role: 'organization', resource: organization(document) },
    ...bloodGroupParts(document, t),
  ];
}

/** The same details as in the PDF (see describePatient): the Bundle goes wherever the PDF goes. */
function patient(document: ReportDocument, t: Translate): Patient {
  const { accountId, birthDate, gender } = document.patient;
  return {
    resourceType: 'Patient',
    identifier: [
      { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${accountId}` },
      ...identityNumber(document, t),
    ],
    name: humanNames(document.patient),
    ...(TEMPLATES[document.template].patientDetails.includes('gender') && { gender }),
    birthDate,
  };
}

const IDENTITY_CODINGS = {
  passport: hl7('v2-0203', 'PPN', 'Passport number'),
  'identity-card': hl7('v2-0203', 'NI', 'National unique individual identifier'),
} as const;

function identityNumber(document: ReportDocument, t: Translate): Identifier[] {
  const identity = identityOf(document);
  if (identity === null) return [];
  const { type, number } = identity;
  return [
    {
      use: 'official',
      type: concept(t(`templates.fields.identity.${type}`), IDENTITY_CODINGS[type]),
      value: number,
    },
  ];
}

function practitioner(document: ReportDocument, t: Translate): Practitioner {
  const { licenceNumber, email } = document.doctor;
  return {
    resourceType: 'Practitioner',
    identifier: [
      {
        type: concept(
          t('reports.fhir.licenceNumber'),
          hl7('v2-0203', 'MD', 'Medical License number'),
        ),
        system: identifierSystem(document, 'licence-number'),
        value: licenceNumber,
      },
    ],
    name: humanNames(document.doctor),
    telecom: [{ system: 'email', value: email }],
  };
}

function organization({ doctor }: ReportDocument): Organization {
  return { resourceType: 'Organization', name: doctor.clinic };
}

/**
 * The blood group as the patient stated it at registration, with a note; only in reports that print it.
 */
export function bloodGroupParts(document: ReportDocument, t: Translate): Part[] {
  if (!TEMPLATES[document.template].patientDetails.includes('bloodGroup')) return [];
  const coding = BLOOD_GROUPS[document.patient.bloodGroup];
  if (coding === null) return [];
  const resource: Observation = {
    resourceType: 'Observation',
    status: document.preview ? 'preliminary' : 'final',
    category: observationCategory('survey'),
    code: concept(t('reports.fhir.bloodGroup'), ABO_AND_RHD),
    subject: refTo(document, 'patient'),
    effectiveDateTime: document.form.date,
    performer: [refTo(document, 'patient')],
    valueCodeableConcept: concept(coding.display, coding),
    note: [{ text: t('reports.fhir.bloodGroupNote') }],
  };
  return [{ role: 'blood-group', resource }];
}
