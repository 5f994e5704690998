import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reportBundle } from '@/reports/documents/report-bundle';
import { BundleReader } from '@/reports/fhir/bundle-reader';
import { contentOf, readReportContent } from '@/reports/content/read-report-content';
import { renderPdf } from '@/reports/documents/render-pdf';
import type { ReportDocument } from '@/reports/documents/report-document';
import { RESULTS, resultOption, TEST_TYPES } from '@/reports/templates/covid-19/options';
import { t } from '../../support/messages/english';
import {
  bloodPressureDocument,
  covid19Document,
  hba1cDocument,
} from '../../support/reports/report-documents';

const id = '0198a1b2-0000-7000-8000-000000000009';

/** As it comes back from the JSON inside the PDF. */
function readBack(document: ReportDocument) {
  const json: unknown = JSON.parse(JSON.stringify(reportBundle(document)));
  return contentOf(document.template, new BundleReader(json));
}

describe('a report read from its own PDF', () => {
  it('has the mean with its category, every reading, medication and remarks', async () => {
    const document = bloodPressureDocument();
    const content = await readReportContent(
      { id, template: 'BLOOD_PRESSURE' },
      await renderPdf(document),
    );
    expect(content).toMatchObject({
      code: document.code,
      issuedAt: '2026-03-04T14:15:30+02:00',
      patient: { name: document.patient.name, birthDate: '1980-03-12' },
      doctor: { name: document.doctor.name, clinic: document.doctor.clinic },
      remarks: document.form.remarks,
      findings: {
        kind: 'BLOOD_PRESSURE',
        mean: { systolic: 149, diastolic: 93 },
        category: 'grade-1',
        categoryWord: t('templates.bloodPressure.esh.grade-1'),
        readings: [
          { name: 'A', systolic: 158, diastolic: 98, pulse: 78 },
          { name: 'B', systolic: 151, diastolic: 94, pulse: 75 },
          { name: 'C', systolic: 147, diastolic: 92, pulse: null },
        ],
        takenOn: '2026-03-04',
        medication: 'Amlodipine 5 mg, once a day',
      },
    });
  });

  it('has the result of a COVID-19 test, how, when and why it was made', async () => {
    const document = covid19Document({ date: '2026-03-05' });
    const content = await readReportContent(
      { id, template: 'COVID_19' },
      await renderPdf(document),
    );
    expect(content?.findings).toEqual({
      kind: 'COVID_19',
      result: 'detected',
      resultWord: t('templates.covid19.result.detected'),
      test: 'COVID-19 PCR / NAAT',
      method: t('templates.covid19.method.nucleic-acid'),
      specimen: t('templates.covid19.specimen.nasopharyngeal-swab'),
      collection: t('templates.covid19.collection.supervised'),
      examinedOn: '2026-03-05',
      collectedAt: '2026-03-04T09:30:00+02:00',
      reason: t('templates.covid19.reason.symptoms'),
      symptoms: [
        t('templates.covid19.symptom.fever'),
        t('templates.covid19.symptom.cough'),
        'Night sweats',
      ],
    });
  });

  it('has an HbA1c with its range, target, treatment and specimen', async () => {
    const content = await readReportContent(
      { id, template: 'HBA1C' },
      await renderPdf(hba1cDocument()),
    );
    expect(content?.findings).toMatchObject({
      kind: 'HBA1C',
      ifcc: 58,
      ngsp: 7.5,
      category: 'diabetes',
      target: 53,
      specimen: t('templates.hba1c.specimen.venous-blood'),
      collectedAt: '2026-03-04T09:30:00+02:00',
      treatment: 'Metformin 850 mg, twice a day',
    });
  });

  it.each(TEST_TYPES.flatMap((testType) => RESULTS.map((result) => [testType, result] as const)))(
    'knows the result of a test by %s that is %s',
    (testType, result) => {
      const specimen = testType.startsWith('antibody') ? 'serum' : 'nasal-swab';
      const { findings } = readBack(covid19Document({ testType, specimen, result }));
      expect(findings).toMatchObject({
        result,
        resultWord: t(`templates.covid19.result.${resultOption(testType, result).word}`),
      });
    },
  );

  it('has remarks as they were typed, and none where there are none', () => {
    const remarks = 'A <study> & "more" &lt;b&gt;\nSecond line: < 5, é';
    expect(readBack(bloodPressureDocument({ remarks })).remarks).toBe(remarks);
    const empty = readBack(bloodPressureDocument({ remarks: '', medication: '' }));
    expect(empty.remarks).toBe('');
    expect(empty.findings).toMatchObject({ medication: '' });
  });

  it('has the remarks of a version 0.1.0, which wrote them as XHTML alone', () => {
    const bundle = reportBundle(bloodPressureDocument({ remarks: '5 < 6 &\n"so"' }));
    const entry = bundle.entry?.filter(
      ({ resource }) =>
        resource?.resourceType !== 'Observation' || resource.code.text !== 'Remarks',
    );
    const old: unknown = JSON.parse(JSON.stringify({ ...bundle, entry }));
    expect(contentOf('BLOOD_PRESSURE', new BundleReader(old)).remarks).toBe('5 < 6 &\n"so"');
  });

  it('has a whole COVID-19 report from the PDF that version 0.1.0 wrote', async () => {
    const pdf = readFileSync('test/fixtures/version-0.1.0/covid-19.pdf');
    const content = await readReportContent({ id, template: 'COVID_19' }, new Uint8Array(pdf));
    expect(content).toEqual({
      code: '1A4Y3JWDLHPRY31M',
      confidentiality: 'R',
      issuedAt: '2026-03-04T14:15:30+02:00',
      // That version asked for no passport.
      patient: {
        name: 'Ayşegül Çağlar',
        printedName: null,
        birthDate: '1980-03-12',
        identity: null,
      },
      doctor: {
        name: 'Dr. Γεώργιος Παπαδόπουλος',
        printedName: null,
        clinic: 'Dr. Burhan Nalbantoğlu State Hospital',
      },
      findings: {
        kind: 'COVID_19',
        result: 'detected',
        resultWord: t('templates.covid19.result.detected'),
        test: 'COVID-19 PCR / NAAT',
        method: t('templates.covid19.method.nucleic-acid'),
        specimen: t('templates.covid19.specimen.nasopharyngeal-swab'),
        collection: t('templates.covid19.collection.supervised'),
        examinedOn: '2026-03-04',
        collectedAt: '2026-03-04T09:30:00+02:00',
        reason: t('templates.covid19.reason.symptoms'),
        symptoms: [
          t('templates.covid19.symptom.fever'),
          t('templates.covid19.symptom.cough'),
          'Night sweats',
        ],
      },
      remarks: covid19Document().form.remarks,
    });
  });

  it('has the passport number where one was stated, and no more of the patient', () => {
    const passport = { identityType: 'passport', identityNumber: 'K 1234567' } as const;
    expect(readBack(covid19Document(passport)).patient.identity).toEqual({
      label: t('templates.fields.identity.passport'),
      number: 'K 1234567',
    });
    const plain = covid19Document({ identityType: '', identityNumber: '' });
    expect(readBack(plain).patient).toEqual({
      name: plain.patient.name,
      printedName: null,
      birthDate: plain.patient.birthDate,
      identity: null,
    });
    expect(JSON.stringify(readBack(plain))).not.toContain(plain.patient.email);
    const words = JSON.stringify(readBack(bloodPressureDocument()));
    expect(words).not.toMatch(/blood group|female/i);
  });
});
