import type { DoctorSnapshot, PatientSnapshot } from '@/accounts/people/snapshots';
import { formatDay } from '@/reports/documents/format-time';
import type { ReportDocument } from '@/reports/documents/report-document';
import { IDENTITY_LABELS } from '@/reports/templates/covid-19-options';
import type { Row } from '@/reports/templates/describe-form';

const GENDERS: Record<PatientSnapshot['gender'], string> = {
  female: 'Female',
  male: 'Male',
  other: 'Other',
  unknown: 'Not stated',
};

const BLOOD_GROUPS: Record<PatientSnapshot['bloodGroup'], string> = {
  A_POSITIVE: 'A Rh positive (A+)',
  A_NEGATIVE: 'A Rh negative (A−)',
  B_POSITIVE: 'B Rh positive (B+)',
  B_NEGATIVE: 'B Rh negative (B−)',
  AB_POSITIVE: 'AB Rh positive (AB+)',
  AB_NEGATIVE: 'AB Rh negative (AB−)',
  O_POSITIVE: 'O Rh positive (O+)',
  O_NEGATIVE: 'O Rh negative (O−)',
  UNKNOWN: 'Not known',
};

/**
 * The personal information of a report, line by line: the least that its purpose needs (decision 088).
 * Whoever checks a COVID-19 test compares it with a passport; a blood pressure is read by clinicians.
 */
export function describePatient(document: ReportDocument): Row[] {
  const { name, birthDate, gender, bloodGroup } = document.patient;
  const who: Row[] = [
    { field: 'patient.name', label: 'Name', value: name },
    { field: 'patient.birthDate', label: 'Date of birth', value: formatDay(birthDate) },
  ];
  if (document.template === 'COVID_19') return [...who, ...identityRow(document.form)];
  return [
    ...who,
    { field: 'patient.gender', label: 'Gender', value: GENDERS[gender] },
    { field: 'patient.bloodGroup', label: 'Blood group', value: BLOOD_GROUPS[bloodGroup] },
  ];
}

function identityRow({ identityType, identityNumber }: Covid19Document['form']): Row[] {
  if (identityType === '') return [];
  const label = IDENTITY_LABELS[identityType];
  return [{ field: 'identityNumber', label, value: identityNumber }];
}

type Covid19Document = Extract<ReportDocument, { template: 'COVID_19' }>;

/** Who answers for a report, line by line. */
export function describeDoctor(doctor: DoctorSnapshot): Row[] {
  return [
    { field: 'doctor.name', label: 'Doctor', value: doctor.name },
    { field: 'doctor.licenceNumber', label: 'Licence number', value: doctor.licenceNumber },
    { field: 'doctor.clinic', label: 'Clinic', value: doctor.clinic },
    { field: 'doctor.email', label: 'E-mail', value: doctor.email },
  ];
}
