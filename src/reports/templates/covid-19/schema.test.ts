import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mod10, verhoeff } from '../../../../test/support/check-digits';
import { covid19DraftSchema, covid19Schema, emptyCovid19 } from './schema';
import { unusualDetails } from './unusual-details';
import {
  resultOption,
  RESULTS,
  SPECIMEN_CODINGS,
  SPECIMENS,
  SYMPTOM_CODINGS,
  TEST_TYPE_OPTIONS,
  TEST_TYPES,
  testCodings,
} from './options';

const NOW = new Date('2026-03-04T10:00:00Z');

function filled(change: object = {}) {
  return {
    date: '2026-03-04',
    collectedAt: '2026-03-04T09:30:00+02:00',
    testType: 'pcr',
    specimen: 'nasopharyngeal-swab',
    collection: 'supervised',
    result: 'not-detected',
    reason: 'travel',
    otherReason: '',
    symptoms: ['none'],
    otherSymptoms: '',
    remarks: '',
    confirmedUnusual: false,
    ...change,
  };
}

function wrong(form: unknown): string[] {
  const issues = covid19Schema.safeParse(form).error?.issues ?? [];
  return issues.map(({ path }) => path.join('.'));
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the COVID-19 form', () => {
  it('accepts a complete test', () => {
    expect(wrong(filled())).toEqual([]);
  });

  it('starts as a draft in which every required field is missed', () => {
    expect(covid19DraftSchema.parse(emptyCovid19)).toEqual(emptyCovid19);
    expect(wrong(emptyCovid19)).toEqual([
      'date',
      'collectedAt',
      'testType',
      'specimen',
      'collection',
      'result',
      'reason',
      'symptoms',
    ]);
  });

  it.each([
    ['2026-03-04T10:00:00Z', 'valid'],
    ['2026-03-04T10:00Z', 'collectedAt'],
    ['2026-03-04T12:04:59+02:00', 'valid'],
    ['2026-03-04T12:06:00+02:00', 'collectedAt'],
    ['2026-03-04T12:00:00', 'collectedAt'],
    ['2026-03-04', 'collectedAt'],
    ['2019-11-30T23:59:59Z', 'collectedAt'],
    ['2026-02-25T10:00:00Z', 'valid'],
    ['2026-02-24T09:59:59Z', 'confirmedUnusual'],
  ])('validates the time of collection %s: %s', (collectedAt, expected) => {
    expect(wrong(filled({ collectedAt }))[0] ?? 'valid').toBe(expected);
  });

  it('refuses every specimen that does not fit the type of test', () => {
    for (const testType of TEST_TYPES) {
      const fitting = SPECIMENS.filter(
        (specimen) => wrong(filled({ testType, specimen })).length === 0,
      );
      expect(fitting.toSorted()).toEqual([...TEST_TYPE_OPTIONS[testType].specimens].toSorted());
    }
    expect(wrong(filled({ testType: 'antigen', specimen: 'serum' }))).toEqual(['specimen']);
  });

  it.each([
    [{ reason: 'other' }, ['otherReason']],
    [{ reason: 'other', otherReason: 'Study' }, []],
    [{ symptoms: [] }, ['symptoms']],
    [{ symptoms: ['none', 'fever'] }, ['symptoms']],
    [{ symptoms: ['none'], otherSymptoms: 'Rash' }, ['symptoms']],
    [{ symptoms: ['fever', 'fever'] }, ['symptoms']],
    [{ symptoms: ['hunger'] }, ['symptoms.0']],
    [{ result: 'positive' }, ['result']],
    [{ reason: 'symptoms' }, ['confirmedUnusual']],
    [{ reason: 'symptoms', confirmedUnusual: true }, []],
    [{ reason: 'symptoms', symptoms: ['cough'] }, []],
  ])('of %o finds wrong: %o', (change, expected) => {
    expect(wrong(filled(change))).toEqual(expected);
  });

  it('asks about nothing in an empty draft', () => {
    expect(unusualDetails(emptyCovid19)).toEqual([]);
  });
});

describe('the identity document', () => {
  it.each([
    [{ identityType: 'passport', identityNumber: 'u 1234567' }, 'U 1234567'],
    [{ identityType: 'identity-card', identityNumber: ' ΑΕ  123-456 ' }, 'ΑΕ 123-456'],
    [{ identityType: '', identityNumber: '' }, ''],
    [{}, ''],
  ])('%o is kept as “%s”', (change, kept) => {
    expect(covid19Schema.parse(filled(change)).identityNumber).toBe(kept);
  });

  it.each([
    [{ identityType: 'passport', identityNumber: '' }, 'identityNumber'],
    [{ identityType: '', identityNumber: 'U1234567' }, 'identityType'],
    [{ identityType: 'passport', identityNumber: 'U1' }, 'identityNumber'],
    [{ identityType: 'passport', identityNumber: '<U123>' }, 'identityNumber'],
    [{ identityType: 'passport', identityNumber: 'U'.repeat(31) }, 'identityNumber'],
    [{ identityType: 'library-card', identityNumber: 'U12345' }, 'identityType'],
  ])('%o is refused at %s', (change, path) => {
    expect(wrong(filled(change))).toEqual([path]);
  });

  it('is absent from drafts older than it', () => {
    expect(covid19DraftSchema.parse(filled())).toMatchObject({
      identityType: '',
      identityNumber: '',
    });
  });
});

describe('the codes', () => {
  it('fit the type of test and its specimen', () => {
    const codes = (type: (typeof TEST_TYPES)[number]) =>
      TEST_TYPE_OPTIONS[type].specimens.map((specimen) => testCodings(type, specimen)[0]?.code);
    expect(codes('pcr')).toEqual(['94500-6', '94500-6', '94500-6', '94845-5', '94500-6']);
    expect(new Set(codes('antigen'))).toEqual(new Set(['97097-0']));
    expect(new Set(codes('antibody-igg'))).toEqual(new Set(['94563-4']));
    expect(new Set(codes('antibody-igm'))).toEqual(new Set(['94564-2']));
  });

  it.each([
    ['pcr', ['260373001', '260415000', '419984006']],
    ['antigen', ['10828004', '260385009', '419984006']],
    ['antibody-igg', ['260373001', '260415000', '419984006']],
    ['antibody-igm', ['260373001', '260415000', '419984006']],
  ] as const)('of the results of %s are %o', (type, codes) => {
    expect(RESULTS.map((result) => resultOption(type, result).coding.code)).toEqual(codes);
  });

  it('of SNOMED CT carry a right check digit', () => {
    const results = TEST_TYPES.flatMap((type) =>
      RESULTS.map((result) => resultOption(type, result).coding),
    );
    for (const { code, display } of [
      ...Object.values(SPECIMEN_CODINGS),
      ...Object.values(SYMPTOM_CODINGS),
      ...results,
    ]) {
      expect(verhoeff(code), display).toBe(0);
    }
  });

  it('of LOINC carry a right check digit', () => {
    for (const type of TEST_TYPES) {
      for (const specimen of TEST_TYPE_OPTIONS[type].specimens) {
        for (const { code } of testCodings(type, specimen)) expect(mod10(code), code).toBe(true);
      }
    }
  });
});
