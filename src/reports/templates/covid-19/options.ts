import { loinc, snomed, type Coding } from '../../fhir/coding';

export const TEST_TYPES = ['pcr', 'antigen', 'antibody-igg', 'antibody-igm'] as const;
export type TestType = (typeof TEST_TYPES)[number];

export const SPECIMENS = [
  'nasopharyngeal-swab',
  'nasal-swab',
  'throat-swab',
  'saliva',
  'sputum',
  'serum',
  'plasma',
] as const;
export type Specimen = (typeof SPECIMENS)[number];

/** What a specimen is, SNOMED CT. */
export const SPECIMEN_CODINGS: Record<Specimen, Coding> = {
  'nasopharyngeal-swab': snomed('258500001', 'Nasopharyngeal swab'),
  'nasal-swab': snomed('445297001', 'Swab of internal nose'),
  'throat-swab': snomed('258529004', 'Throat swab'),
  saliva: snomed('119342007', 'Saliva specimen'),
  sputum: snomed('119334006', 'Sputum specimen'),
  serum: snomed('119364003', 'Serum specimen'),
  plasma: snomed('119361006', 'Plasma specimen'),
};

/** How a type of test works and what it can be made from. */
export interface TestTypeOption {
  method: 'nucleic-acid' | 'rapid-immunoassay' | 'immunoassay';
  /** The type codes of the EU Digital COVID Certificate, where it has one. */
  methodCoding?: Coding;
  specimens: readonly Specimen[];
}

export const TEST_TYPE_OPTIONS: Record<TestType, TestTypeOption> = {
  pcr: {
    method: 'nucleic-acid',
    methodCoding: loinc('LP6464-4', 'Nucleic acid amplification with probe detection'),
    specimens: ['nasopharyngeal-swab', 'nasal-swab', 'throat-swab', 'saliva', 'sputum'],
  },
  antigen: {
    method: 'rapid-immunoassay',
    methodCoding: loinc('LP217198-3', 'Rapid immunoassay'),
    specimens: ['nasopharyngeal-swab', 'nasal-swab', 'throat-swab'],
  },
  'antibody-igg': { method: 'immunoassay', specimens: ['serum', 'plasma'] },
  'antibody-igm': { method: 'immunoassay', specimens: ['serum', 'plasma'] },
};

const RNA = 'SARS-CoV-2 (COVID-19) RNA [Presence] in';
const ANTIGEN = 'SARS-CoV-2 (COVID-19) Ag [Presence] in';

/** LOINC codes of the test: the closest first, then the more general one where there are two. */
export function testCodings(type: TestType, specimen: Specimen): Coding[] {
  switch (type) {
    case 'pcr':
      return specimen === 'saliva'
        ? [loinc('94845-5', `${RNA} Saliva (oral fluid) by NAA with probe detection`)]
        : [loinc('94500-6', `${RNA} Respiratory system specimen by NAA with probe detection`)];
    case 'antigen':
      return [
        loinc('97097-0', `${ANTIGEN} Upper respiratory specimen by Rapid immunoassay`),
        loinc('94558-4', `${ANTIGEN} Respiratory system specimen by Rapid immunoassay`),
      ];
    case 'antibody-igg':
      return [antibodies('94563-4', 'IgG')];
    case 'antibody-igm':
      return [antibodies('94564-2', 'IgM')];
  }
}

function antibodies(code: string, kind: 'IgG' | 'IgM'): Coding {
  return loinc(
    code,
    `SARS-CoV-2 (COVID-19) ${kind} Ab [Presence] in Serum or Plasma by Immunoassay`,
  );
}

export const RESULTS = ['detected', 'not-detected', 'inconclusive'] as const;
export type Result = (typeof RESULTS)[number];

/** How a result is worded: antigen tests are positive or negative, the others detect or do not. */
export type ResultWord = Result | 'positive' | 'negative';

const RESULT_CODINGS: Record<ResultWord, Coding> = {
  detected: snomed('260373001', 'Detected'),
  'not-detected': snomed('260415000', 'Not detected'),
  positive: snomed('10828004', 'Positive'),
  negative: snomed('260385009', 'Negative'),
  inconclusive: snomed('419984006', 'Inconclusive'),
};

/** The word and the code of a result of a type of test. */
export function resultOption(type: TestType, result: Result): { word: ResultWord; coding: Coding } {
  const word = type === 'antigen' ? ANTIGEN_WORDS[result] : result;
  return { word, coding: RESULT_CODINGS[word] };
}

const ANTIGEN_WORDS = {
  detected: 'positive',
  'not-detected': 'negative',
  inconclusive: 'inconclusive',
} as const satisfies Record<Result, ResultWord>;

export const COLLECTIONS = ['supervised', 'unsupervised'] as const;

export const REASONS = [
  'symptoms',
  'contact',
  'travel',
  'procedure',
  'work',
  'outbreak',
  'other',
] as const;

export const SYMPTOMS = [
  'none',
  'fever',
  'cough',
  'breathlessness',
  'loss-of-smell',
  'loss-of-taste',
  'sore-throat',
  'runny-nose',
  'headache',
  'tiredness',
  'muscle-pain',
  'diarrhoea',
  'vomiting',
] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** What a symptom is, SNOMED CT. */
export const SYMPTOM_CODINGS: Record<Symptom, Coding> = {
  none: snomed('84387000', 'Asymptomatic'),
  fever: snomed('386661006', 'Fever'),
  cough: snomed('49727002', 'Cough'),
  breathlessness: snomed('267036007', 'Dyspnea'),
  'loss-of-smell': snomed('44169009', 'Loss of sense of smell'),
  'loss-of-taste': snomed('36955009', 'Loss of taste'),
  'sore-throat': snomed('162397003', 'Pain in throat'),
  'runny-nose': snomed('64531003', 'Nasal discharge'),
  headache: snomed('25064002', 'Headache'),
  tiredness: snomed('84229001', 'Fatigue'),
  'muscle-pain': snomed('68962001', 'Muscle pain'),
  diarrhoea: snomed('62315008', 'Diarrhea'),
  vomiting: snomed('422400008', 'Vomiting'),
};
