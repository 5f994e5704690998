import type { DoctorSnapshot, PatientSnapshot } from '@/accounts/snapshots';
import { formatDay } from './format-time';
import type { Row } from './templates/describe-form';

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

/** The personal information of a report, line by line. */
export function describePatient(patient: PatientSnapshot): Row[] {
  return [
    { field: 'patient.name', label: 'Name', value: patient.name },
    { field: 'patient.birthDate', label: 'Date of birth', value: formatDay(patient.birthDate) },
    { field: 'patient.gender', label: 'Gender', value: GENDERS[patient.gender] },
    { field: 'patient.bloodGroup', label: 'Blood group', value: BLOOD_GROUPS[patient.bloodGroup] },
    { field: 'patient.email', label: 'E-mail', value: patient.email },
  ];
}

/** Who answers for a report, line by line. */
export function describeDoctor(doctor: DoctorSnapshot): Row[] {
  return [
    { field: 'doctor.name', label: 'Doctor', value: doctor.name },
    { field: 'doctor.licenceNumber', label: 'Licence number', value: doctor.licenceNumber },
    { field: 'doctor.clinic', label: 'Clinic', value: doctor.clinic },
    { field: 'doctor.email', label: 'E-mail', value: doctor.email },
  ];
}
