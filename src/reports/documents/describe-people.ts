import type { DoctorSnapshot } from '@/accounts/people/snapshots';
import type { Translate } from '@/messages/translator';
import { formatDay } from '@/platform/time/format-time';
import type { ReportDocument } from './report-document';
import { identityOf } from '@/reports/templates/identity-of';
import type { Row } from '@/reports/frame/row';
import { TEMPLATES } from '@/reports/templates/templates';

/**
 * The personal information of a report, line by line: the least that its purpose needs (decision 088).
 * A COVID-19 test is compared with a passport; a blood pressure is read by clinicians.
 */
export function describePatient(document: ReportDocument, t: Translate): Row[] {
  const { name, birthDate, gender, bloodGroup } = document.patient;
  const { patientDetails } = TEMPLATES[document.template];
  const details = {
    gender: {
      field: 'patient.gender',
      label: t('reports.people.gender'),
      value: t(`reports.people.genders.${gender}`),
    },
    bloodGroup: {
      field: 'patient.bloodGroup',
      label: t('reports.people.bloodGroup'),
      value: t(`reports.people.bloodGroups.${bloodGroup}`),
    },
  };
  return [
    { field: 'patient.name', label: t('reports.people.name'), value: name },
    {
      field: 'patient.birthDate',
      label: t('reports.people.birthDate'),
      value: formatDay(birthDate, t),
    },
    ...identityRow(document, t),
    ...patientDetails.map((detail) => details[detail]),
  ];
}

function identityRow(document: ReportDocument, t: Translate): Row[] {
  const identity = identityOf(document);
  if (identity === null) return [];
  const { type, number, field } = identity;
  return [{ field, label: t(`templates.fields.identity.${type}`), value: number }];
}

/** The doctor who is responsible for a report, line by line. */
export function describeDoctor(doctor: DoctorSnapshot, t: Translate): Row[] {
  return [
    { field: 'doctor.name', label: t('reports.people.doctor'), value: doctor.name },
    {
      field: 'doctor.licenceNumber',
      label: t('reports.people.licenceNumber'),
      value: doctor.licenceNumber,
    },
    { field: 'doctor.clinic', label: t('reports.people.clinic'), value: doctor.clinic },
    { field: 'doctor.email', label: t('reports.people.email'), value: doctor.email },
  ];
}
