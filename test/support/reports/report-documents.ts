import type { ReportDocument } from '@/reports/documents/report-document';
import type { BloodPressureForm } from '@/reports/templates/blood-pressure/schema';
import type { Hba1cForm } from '@/reports/templates/hba1c/schema';
import type { Covid19Form } from '@/reports/templates/covid-19/schema';

const frame = {
  code: '1A4Y3JWDLHPRY31M',
  patient: {
    accountId: '0198a1b2-0000-7000-8000-000000000001',
    name: 'Ayşegül Çağlar',
    printedName: null,
    givenNames: 'Ayşegül',
    familyName: 'Çağlar',
    birthDate: '1980-03-12',
    gender: 'female',
    bloodGroup: 'A_POSITIVE',
    email: 'aysegul@example.org',
  },
  doctor: {
    accountId: '0198a1b2-0000-7000-8000-000000000002',
    name: 'Dr. Γεώργιος Παπαδόπουλος',
    printedName: null,
    givenNames: null,
    familyName: null,
    licenceNumber: 'CY-4711',
    clinic: 'Dr. Burhan Nalbantoğlu State Hospital',
    email: 'georgios@example.org',
  },
  locale: 'en',
  issuedAt: new Date('2026-03-04T12:15:30Z'),
  timeZone: 'Asia/Nicosia',
  salt: Uint8Array.from({ length: 32 }, (_, at) => at * 7),
  verifyUrl: 'https://medanchor.example/verify#code=1A4Y3JWDLHPRY31M',
  preview: false,
} satisfies Frame;

type Frame = Omit<ReportDocument, 'template' | 'form'>;

/** A blood-pressure report, the same each time. */
export function bloodPressureDocument(
  form: Partial<BloodPressureForm> = {},
  change: Partial<Frame> = {},
): ReportDocument {
  return {
    ...frame,
    template: 'BLOOD_PRESSURE',
    form: {
      date: '2026-03-04',
      measurements: {
        a: { systolic: 158, diastolic: 98, pulse: 78 },
        b: { systolic: 151, diastolic: 94, pulse: 75 },
        c: { systolic: 147, diastolic: 92, pulse: null },
      },
      medication: 'Amlodipine 5 mg, once a day',
      remarks:
        'Seated, left arm, after five minutes of rest.\nReturns in two weeks with home readings.',
      confidentiality: 'N',
      confirmedUnusual: false,
      ...form,
    },
    ...change,
  };
}

/** A COVID-19 report, the same each time. */
export function covid19Document(
  form: Partial<Covid19Form> = {},
  change: Partial<Frame> = {},
): ReportDocument {
  return {
    ...frame,
    template: 'COVID_19',
    form: {
      date: '2026-03-04',
      collectedAt: '2026-03-04T09:30:00+02:00',
      testType: 'pcr',
      specimen: 'nasopharyngeal-swab',
      collection: 'supervised',
      result: 'detected',
      reason: 'symptoms',
      otherReason: '',
      symptoms: ['fever', 'cough'],
      otherSymptoms: 'Night sweats',
      identityType: 'passport',
      identityNumber: 'U 1234567',
      remarks: 'Advised to stay at home & rest.',
      confidentiality: 'R',
      confirmedUnusual: false,
      ...form,
    },
    ...change,
  };
}

/** An HbA1c report, the same each time. */
export function hba1cDocument(
  form: Partial<Hba1cForm> = {},
  change: Partial<Frame> = {},
): ReportDocument {
  return {
    ...frame,
    template: 'HBA1C',
    form: {
      date: '2026-03-04',
      collectedAt: '2026-03-04T09:30:00+02:00',
      specimen: 'venous-blood',
      values: { result: 58, target: 53 },
      treatment: 'Metformin 850 mg, twice a day',
      remarks: 'Control in three months.',
      confidentiality: 'N',
      confirmedUnusual: false,
      ...form,
    },
    ...change,
  };
}
