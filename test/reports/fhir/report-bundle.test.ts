import type { Bundle, Observation, Resource } from '@medplum/fhirtypes';
import { describe, expect, it } from 'vitest';
import { fhirProblems } from '../../support/reports/fhir-rules';
import {
  bloodPressureDocument,
  covid19Document,
  hba1cDocument,
} from '../../support/reports/report-documents';
import type { ReportDocument } from '@/reports/documents/report-document';
import { TEST_TYPE_OPTIONS, TEST_TYPES } from '@/reports/templates/covid-19/options';
import { reportBundle } from '@/reports/documents/report-bundle';
import { t } from '../../support/messages/english';

function all<T extends Resource['resourceType']>(document: ReportDocument, type: T) {
  return (reportBundle(document).entry ?? [])
    .map(({ resource }) => resource)
    .filter((resource) => resource?.resourceType === type) as Extract<
    Resource,
    { resourceType: T }
  >[];
}

function observation(document: ReportDocument, code: string): Observation | undefined {
  return all(document, 'Observation').find((o) => o.code.coding?.some((c) => c.code === code));
}

/** A patient whose name has a spelling in Latin letters, and whose birth date is known in part. */
function spelledTwice(birthDate: string): ReportDocument {
  const { patient } = covid19Document();
  const named = { name: '李小龍', printedName: 'Li Xiaolong', givenNames: null, familyName: null };
  return covid19Document({}, { patient: { ...patient, ...named, birthDate } });
}

describe('the Bundle of every report', () => {
  const correction = { amendsCode: '2B4Y3JWDLHPRY31M' };
  it.each([
    ['blood pressure', bloodPressureDocument()],
    [
      'blood pressure without medication and remarks',
      bloodPressureDocument({ medication: '', remarks: '' }),
    ],
    ['HbA1c', hba1cDocument()],
    [
      'HbA1c without target and treatment',
      hba1cDocument({ values: { result: 30, target: null }, treatment: '' }),
    ],
    ['a correction', bloodPressureDocument({}, correction)],
    ['a preview', covid19Document({}, { preview: true })],
    ['two spellings of a name, and the month of a birth', spelledTwice('1980-03')],
    ['the year of a birth', spelledTwice('1980')],
    ['COVID-19 with an identity card', covid19Document({ identityType: 'identity-card' })],
    ['COVID-19 without symptoms', covid19Document({ symptoms: ['none'], otherSymptoms: '' })],
    [
      'COVID-19 for another reason',
      covid19Document({ reason: 'other', otherReason: 'A <study> & more' }),
    ],
    ...TEST_TYPES.flatMap((testType) =>
      TEST_TYPE_OPTIONS[testType].specimens.map((specimen): [string, ReportDocument] => [
        `${testType} from ${specimen}`,
        covid19Document({ testType, specimen }),
      ]),
    ),
  ])('is a valid R4 document: %s', (_, document) => {
    expect(fhirProblems(reportBundle(document))).toEqual([]);
  });

  it.each([
    [bloodPressureDocument(), 'N', 'normal'],
    [covid19Document(), 'R', 'restricted'],
    [hba1cDocument({ confidentiality: 'V' }), 'V', 'very restricted'],
  ])('is labelled as confidential as its form has it', (document, code, display) => {
    const system = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
    const meta = { security: [{ system, code, display }] };
    expect(reportBundle(document).meta).toEqual(meta);
    expect(all(document, 'Composition')[0]).toMatchObject({ meta, confidentiality: code });
  });

  it('is the same for the same report and shares no address with another', () => {
    expect(reportBundle(covid19Document())).toEqual(reportBundle(covid19Document()));
    const urls = (code: string) =>
      (reportBundle({ ...covid19Document(), code }).entry ?? []).map(({ fullUrl }) => fullUrl);
    expect(urls('1A4Y3JWDLHPRY31N').some((url) => urls('1A4Y3JWDLHPRY31M').includes(url))).toBe(
      false,
    );
  });

  it('names who, where and when', () => {
    const document = bloodPressureDocument();
    expect(all(document, 'Patient')[0]).toMatchObject({
      name: [{ text: 'Ayşegül Çağlar', family: 'Çağlar', given: ['Ayşegül'] }],
      birthDate: '1980-03-12',
      gender: 'female',
    });
    expect(all(document, 'Practitioner')[0]?.name).toEqual([
      { use: 'official', text: 'Dr. Γεώργιος Παπαδόπουλος' },
    ]);
    expect(all(document, 'Practitioner')[0]?.identifier?.[0]?.value).toBe('CY-4711');
    expect(all(document, 'Organization')[0]?.name).toBe('Dr. Burhan Nalbantoğlu State Hospital');
    expect(all(document, 'Composition')[0]?.date).toBe('2026-03-04T14:15:30+02:00');
    expect(observation(document, '882-1')?.valueCodeableConcept?.coding?.[0]?.code).toBe(
      '278149003',
    );
  });

  it.each([
    [bloodPressureDocument(), 'final', undefined],
    [bloodPressureDocument({}, correction), 'corrected', '2B4Y3JWDLHPRY31M'],
    [bloodPressureDocument({}, { preview: true }), 'preliminary', undefined],
  ])(
    'distinguishes a first report, a correction and a preview (%#)',
    (document, status, replaces) => {
      expect(all(document, 'DiagnosticReport')[0]?.status).toBe(status);
      const relates = all(document, 'Composition')[0]?.relatesTo?.[0];
      expect(relates?.targetIdentifier?.value).toBe(replaces);
    },
  );
});

describe('the Bundle of a blood-pressure report', () => {
  it('holds a panel for each reading and the mean with its rule', () => {
    const observations = all(bloodPressureDocument(), 'Observation');
    const panels = observations.filter((o) => o.code.coding?.[0]?.code === '85354-9');
    const values = (o: Observation | undefined) =>
      o?.component?.map((c) => [
        c.code.coding?.[0]?.code,
        c.valueQuantity?.value,
        c.valueQuantity?.code,
      ]);
    expect(panels.map(values)).toEqual([
      [
        ['8480-6', 158, 'mm[Hg]'],
        ['8462-4', 98, 'mm[Hg]'],
      ],
      [
        ['8480-6', 151, 'mm[Hg]'],
        ['8462-4', 94, 'mm[Hg]'],
      ],
      [
        ['8480-6', 147, 'mm[Hg]'],
        ['8462-4', 92, 'mm[Hg]'],
      ],
    ]);
    const mean = observation(bloodPressureDocument(), '96607-7');
    expect(values(mean)).toEqual([
      ['96608-5', 149, 'mm[Hg]'],
      ['96609-3', 93, 'mm[Hg]'],
    ]);
    expect(mean?.method?.text).toContain('ESH 2023');
    expect(mean?.category?.[0]?.coding?.[0]?.code).toBe('vital-signs');
    expect(observations.filter((o) => o.code.coding?.[0]?.code === '8867-4')).toHaveLength(2);
  });
});

describe('the Bundle of an HbA1c report', () => {
  it('holds the value in both units and the target of the patient', () => {
    expect(observation(hba1cDocument(), '59261-8')).toMatchObject({
      valueQuantity: { value: 58, code: 'mmol/mol', system: 'http://unitsofmeasure.org' },
      referenceRange: [
        {
          high: { value: 53, code: 'mmol/mol' },
          type: { coding: [{ code: 'therapeutic', display: 'Therapeutic Desired Level' }] },
        },
      ],
    });
    const ngsp = all(hba1cDocument(), 'Observation').find(
      ({ code }) => code.coding?.[0]?.code === '4548-4',
    );
    expect(ngsp?.valueQuantity).toMatchObject({ value: 7.5, code: '%' });
    expect(all(hba1cDocument(), 'DiagnosticReport')[0]?.conclusion).toContain(
      t('templates.hba1c.oneTestIsNoDiagnosis'),
    );
  });

  it('names the test in words, because each code stands for one unit alone', () => {
    expect(all(hba1cDocument(), 'DiagnosticReport')[0]?.code).toEqual({
      text: t('templates.hba1c.name'),
    });
  });
});

describe('the patient in a Bundle', () => {
  it('is for a border the name, the birth date and the document, and no more', () => {
    const [patient] = all(covid19Document(), 'Patient');
    expect(patient?.identifier?.[1]).toMatchObject({
      type: { coding: [{ code: 'PPN' }] },
      value: 'U 1234567',
    });
    const text = JSON.stringify(reportBundle(covid19Document()));
    expect(patient).not.toHaveProperty('gender');
    for (const surplus of ['aysegul@example.org', '882-1', t('reports.fhir.bloodGroup')]) {
      expect(text).not.toContain(surplus);
    }
  });

  it('holds no document number where none was stated', () => {
    const none = covid19Document({ identityType: '', identityNumber: '' });
    expect(all(none, 'Patient')[0]?.identifier).toHaveLength(1);
  });

  it('is for clinicians also gender and blood group, but no e-mail address', () => {
    const text = JSON.stringify(reportBundle(bloodPressureDocument()));
    expect(all(bloodPressureDocument(), 'Patient')[0]?.gender).toBe('female');
    expect(text).not.toContain('aysegul@example.org');
  });
});

describe('the remarks', () => {
  it('stand as typed in an Observation, and are left out when empty', () => {
    const remarks = 'Line <one> & two\nand “three”';
    const found = observation(covid19Document({ remarks }), '48767-8');
    expect(found?.valueString).toBe(remarks);
    expect(observation(covid19Document({ remarks: '' }), '48767-8')).toBeUndefined();
  });
});

describe('the Bundle of a COVID-19 report', () => {
  it('holds specimen, method and result, and states nothing about the disease', () => {
    const document = covid19Document();
    const result = observation(document, '94500-6');
    expect(result?.valueCodeableConcept?.coding?.[0]?.code).toBe('260373001');
    expect(result?.method?.coding?.[0]?.code).toBe('LP6464-4');
    expect(result?.effectiveDateTime).toBe('2026-03-04T09:30:00+02:00');
    expect(all(document, 'Specimen')[0]?.type?.coding?.[0]?.code).toBe('258500001');
    expect(all(document, 'DiagnosticReport')[0]?.conclusion).toBeUndefined();
    const symptoms = all(document, 'Observation').filter((o) => o.code.text === 'Symptom');
    expect(symptoms.map((o) => o.valueCodeableConcept?.text)).toEqual([
      t('templates.covid19.symptom.fever'),
      t('templates.covid19.symptom.cough'),
      'Night sweats',
    ]);
  });
});

describe('a planted fault is found', () => {
  const entries = (bundle: Bundle) => bundle.entry ?? [];
  it.each<[string, (bundle: Bundle) => void, string]>([
    ['no identifier', (b) => delete b.identifier, 'bdl-9'],
    ['no timestamp', (b) => delete b.timestamp, 'bdl-10'],
    ['Composition not first', (b) => entries(b).reverse(), 'bdl-11'],
    [
      'a request',
      (b) => Object.assign(entries(b)[1] ?? {}, { request: { method: 'GET', url: 'x' } }),
      'bdl-3',
    ],
    ['an entry twice', (b) => entries(b).push(...entries(b).slice(0, 1)), 'bdl-7'],
    ['a lost entry', (b) => entries(b).splice(1, 1), 'every reference is inside'],
    [
      'no title',
      (b) => Reflect.deleteProperty(entries(b)[0]?.resource ?? {}, 'title'),
      'Missing required property',
    ],
    [
      'a wrong unit in a vital sign',
      (b) => {
        const panel = entries(b)[6]?.resource as Observation;
        for (const { valueQuantity } of panel.component ?? [])
          if (valueQuantity) valueQuantity.code = 'kPa';
      },
      'bp: component 8480-6',
    ],
    [
      'a code of HL7 under the name of another',
      (b) => {
        const panel = entries(b)[6]?.resource as Observation;
        Object.assign(panel.category?.[0]?.coding?.[0] ?? {}, { display: 'Laboratory' });
      },
      'vital-signs is not "Laboratory"',
    ],
    [
      'a vital sign without its category',
      (b) => Reflect.deleteProperty(entries(b)[6]?.resource ?? {}, 'category'),
      'category',
    ],
    [
      'a section without a code',
      (b) => {
        const [first] = entries(b);
        if (first?.resource?.resourceType === 'Composition')
          delete first.resource.section?.[0]?.code;
      },
      'every section has a code',
    ],
    [
      'a narrative without a language',
      (b) => {
        const [first] = entries(b);
        if (first?.resource?.resourceType !== 'Composition') return;
        const narrative = first.resource.section?.[1]?.text;
        if (narrative?.div) narrative.div = narrative.div.replace(' lang="en"', '');
      },
      'every narrative declares its language',
    ],
    [
      'an Observation without a time',
      (b) => Reflect.deleteProperty(entries(b)[4]?.resource ?? {}, 'effectiveDateTime'),
      'every observation has a category and a time',
    ],
    [
      'a reference to the wrong kind of resource',
      (b) => {
        const panel = entries(b)[6]?.resource as Observation;
        panel.subject = { reference: entries(b)[3]?.fullUrl ?? '' };
      },
      'Invalid reference',
    ],
  ])('%s', (_, spoil, problem) => {
    const bundle = reportBundle(bloodPressureDocument());
    spoil(bundle);
    expect(fhirProblems(bundle)).toContainEqual(expect.stringContaining(problem));
  });
});

it('has a name in both spellings, the one in Latin letters marked so, and a birth date as far as known', () => {
  const [patient] = all(spelledTwice('1980-03'), 'Patient');
  expect(patient).toMatchObject({
    name: [
      { use: 'official', text: '李小龍' },
      {
        use: 'official',
        text: 'Li Xiaolong',
        extension: [
          {
            url: 'http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation',
            valueCode: 'ABC',
          },
        ],
      },
    ],
    birthDate: '1980-03',
  });
});
