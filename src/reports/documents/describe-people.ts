import type { DoctorSnapshot } from '@/accounts/people/snapshots';
import type { Translate } from '@/messages/translator';
import { firstUnprintable } from '@/platform/printing/printable';
import { formatPartialDate } from '@/platform/time/partial-date';
import type { ReportDocument } from './report-document';
import { identityOf } from '@/reports/templates/identity-of';
import type { Row } from '@/reports/frame/row';
import { TEMPLATES } from '@/reports/templates/templates';

/**
 * The personal information of a report, line by line: the least that its purpose needs (decision 088).
 * A COVID-19 test is compared with a passport; a blood pressure is read by clinicians.
 */
export function describePatient(document: ReportDocument, t: Translate): Row[] {
  const { birthDate, gender, bloodGroup } = document.patient;
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
    ...nameRows('patient', t('reports.people.name'), document.patient, t),
    {
      field: 'patient.birthDate',
      label: t('reports.people.birthDate'),
      value: formatPartialDate(birthDate, t),
    },
    ...identityRow(document, t),
    ...patientDetails.map((detail) => details[detail]),
  ];
}

/** Both spellings of a name where the fonts have its letters, else the one that they have. */
function nameRows(
  who: 'patient' | 'doctor',
  label: string,
  { name, printedName }: Pick<DoctorSnapshot, 'name' | 'printedName'>,
  t: Translate,
): Row[] {
  const field = `${who}.name`;
  if (printedName === null) return [{ field, label, value: name }];
  const printed = { field: `${who}.printedName`, value: printedName };
  return firstUnprintable(name) === undefined
    ? [
        { field, label, value: name },
        { ...printed, label: t('reports.people.inLatinLetters') },
      ]
    : [{ ...printed, label }];
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
    ...nameRows('doctor', t('reports.people.doctor'), doctor, t),
    {
      field: 'doctor.licenceNumber',
      label: t('reports.people.licenceNumber'),
      value: doctor.licenceNumber,
    },
    { field: 'doctor.clinic', label: t('reports.people.clinic'), value: doctor.clinic },
    // The FHIR document has every address.
    ...(firstUnprintable(doctor.email) === undefined
      ? [{ field: 'doctor.email', label: t('reports.people.email'), value: doctor.email }]
      : []),
  ];
}
