import { loinc, snomed, type Coding } from '@/reports/fhir/coding';

/** A choice of the form: what is kept, what a person reads, what a machine reads. */
export interface Option<Value extends string> {
  value: Value;
  label: string;
  coding?: Coding;
}

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

export const SPECIMEN_OPTIONS: Record<Specimen, { label: string; coding: Coding }> = {
  'nasopharyngeal-swab': {
    label: 'Nasopharyngeal swab',
    coding: snomed('258500001', 'Nasopharyngeal swab'),
  },
  'nasal-swab': { label: 'Nasal swab', coding: snomed('445297001', 'Swab of internal nose') },
  'throat-swab': { label: 'Throat swab', coding: snomed('258529004', 'Throat swab') },
  saliva: { label: 'Saliva', coding: snomed('119342007', 'Saliva specimen') },
  sputum: { label: 'Sputum', coding: snomed('119334006', 'Sputum specimen') },
  serum: { label: 'Blood serum', coding: snomed('119364003', 'Serum specimen') },
  plasma: { label: 'Blood plasma', coding: snomed('119361006', 'Plasma specimen') },
};

/** What a type of test is called, how it works, what it can be made from. */
export interface TestTypeOption {
  label: string;
  /** How the test works: the type codes of the EU Digital COVID Certificate where it has one. */
  method: { text: string; coding?: Coding };
  specimens: readonly Specimen[];
}

export const TEST_TYPE_OPTIONS: Record<TestType, TestTypeOption> = {
  pcr: {
    label: 'PCR / NAAT',
    method: {
      text: 'Nucleic acid amplification (PCR / NAAT)',
      coding: loinc('LP6464-4', 'Nucleic acid amplification with probe detection'),
    },
    specimens: ['nasopharyngeal-swab', 'nasal-swab', 'throat-swab', 'saliva', 'sputum'],
  },
  antigen: {
    label: 'Rapid antigen',
    method: { text: 'Rapid immunoassay', coding: loinc('LP217198-3', 'Rapid immunoassay') },
    specimens: ['nasopharyngeal-swab', 'nasal-swab', 'throat-swab'],
  },
  'antibody-igg': {
    label: 'Antibodies, IgG',
    method: { text: 'Immunoassay' },
    specimens: ['serum', 'plasma'],
  },
  'antibody-igm': {
    label: 'Antibodies, IgM',
    method: { text: 'Immunoassay' },
    specimens: ['serum', 'plasma'],
  },
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

const INCONCLUSIVE = {
  label: 'Inconclusive',
  coding: snomed('419984006', 'Inconclusive'),
};

/** How a result is worded and coded: antigen tests are positive or negative, the others detect or do not. */
export function resultOption(type: TestType, result: Result): { label: string; coding: Coding } {
  if (result === 'inconclusive') return INCONCLUSIVE;
  const found = result === 'detected';
  if (type !== 'antigen') {
    return found
      ? { label: 'Detected', coding: snomed('260373001', 'Detected') }
      : { label: 'Not detected', coding: snomed('260415000', 'Not detected') };
  }
  return found
    ? { label: 'Positive', coding: snomed('10828004', 'Positive') }
    : { label: 'Negative', coding: snomed('260385009', 'Negative') };
}

/** The documents that a border compares a report with; `''` where none was stated. */
export const IDENTITY_TYPES = ['', 'passport', 'identity-card'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

export const IDENTITY_LABELS: Record<Exclude<IdentityType, ''>, string> = {
  passport: 'Passport number',
  'identity-card': 'Identity number',
};

export const COLLECTIONS = ['supervised', 'unsupervised'] as const;

export const COLLECTION_LABELS: Record<(typeof COLLECTIONS)[number], string> = {
  supervised: 'Collected or watched by health staff',
  unsupervised: 'Collected by the patient alone',
};

export const REASONS = [
  'symptoms',
  'contact',
  'travel',
  'procedure',
  'work',
  'outbreak',
  'other',
] as const;

export const REASON_LABELS: Record<(typeof REASONS)[number], string> = {
  symptoms: 'Symptoms',
  contact: 'Contact with a confirmed case',
  travel: 'Travel',
  procedure: 'Before admission or a procedure',
  work: 'Work or school',
  outbreak: 'Outbreak or survey',
  other: 'Another reason',
};

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

export const SYMPTOM_OPTIONS: Record<Symptom, { label: string; coding: Coding }> = {
  none: { label: 'No symptoms', coding: snomed('84387000', 'Asymptomatic') },
  fever: { label: 'Fever', coding: snomed('386661006', 'Fever') },
  cough: { label: 'Cough', coding: snomed('49727002', 'Cough') },
  breathlessness: { label: 'Breathlessness', coding: snomed('267036007', 'Dyspnea') },
  'loss-of-smell': { label: 'Loss of smell', coding: snomed('44169009', 'Loss of sense of smell') },
  'loss-of-taste': { label: 'Loss of taste', coding: snomed('36955009', 'Loss of taste') },
  'sore-throat': { label: 'Sore throat', coding: snomed('162397003', 'Pain in throat') },
  'runny-nose': { label: 'Runny nose', coding: snomed('64531003', 'Nasal discharge') },
  headache: { label: 'Headache', coding: snomed('25064002', 'Headache') },
  tiredness: { label: 'Tiredness', coding: snomed('84229001', 'Fatigue') },
  'muscle-pain': { label: 'Muscle pain', coding: snomed('68962001', 'Muscle pain') },
  diarrhoea: { label: 'Diarrhoea', coding: snomed('62315008', 'Diarrhea') },
  vomiting: { label: 'Vomiting', coding: snomed('422400008', 'Vomiting') },
};
