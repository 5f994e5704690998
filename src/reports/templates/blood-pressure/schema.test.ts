import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fieldErrors } from '@/platform/http/field-errors';
import { completeReadings } from './complete-readings';
import { bloodPressureDraftSchema, bloodPressureSchema, emptyBloodPressure } from './schema';
import { unusualReadings } from './unusual-readings';
import { t } from '../../../../test/support/messages/english';

const NOW = new Date('2026-03-04T10:00:00Z');

function filled(change: object = {}) {
  const reading = { systolic: 142, diastolic: 91, pulse: 72 };
  return {
    date: '2026-03-04',
    measurements: { a: reading, b: reading, c: { ...reading, pulse: '' } },
    medication: 'Amlodipine 5 mg',
    remarks: '',
    confirmedUnusual: false,
    ...change,
  };
}

function withReading(reading: object) {
  const { measurements } = filled();
  return filled({ measurements: { ...measurements, b: { ...measurements.b, ...reading } } });
}

/** Dotted paths of what is wrong, with the words. */
function problems(form: unknown): Record<string, string> {
  const { error } = bloodPressureSchema.safeParse(form);
  const fields = error === undefined ? [] : Object.entries(fieldErrors(error));
  return Object.fromEntries(fields.map(([field, sentence]) => [field, sentence(t)]));
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the blood-pressure form', () => {
  it('accepts three readings; medication, pulse and remarks may stay empty', () => {
    const form = bloodPressureSchema.parse(filled({ medication: ' ' }));
    expect(form.measurements.c.pulse).toBeNull();
    expect(form.medication).toBe('');
  });

  it('reads numbers as a form holds them, typed', () => {
    const form = bloodPressureSchema.parse(
      withReading({ systolic: '142', diastolic: ' 91 ', pulse: '' }),
    );
    expect(form.measurements.b).toEqual({ systolic: 142, diastolic: 91, pulse: null });
  });

  it.each(['medication', 'remarks'] as const)(
    'reports a character that was lost in the %s',
    (field) => {
      for (const text of ['Amlodipine \ufffd mg', 'Amlodipine \udc00']) {
        expect(problems(filled({ [field]: text }))[field]).toContain(t('validation.lostCharacter'));
      }
      expect(problems(filled({ [field]: 'BP ≥ 140 → refer ⚠\ufe0f' }))).toEqual({});
    },
  );

  it('starts as a draft in which every required field is missed', () => {
    expect(bloodPressureDraftSchema.parse(emptyBloodPressure)).toEqual(emptyBloodPressure);
    expect(Object.keys(problems(emptyBloodPressure))).toEqual([
      'date',
      ...['a', 'b', 'c'].flatMap((letter) => [
        `measurements.${letter}.systolic`,
        `measurements.${letter}.diastolic`,
      ]),
    ]);
    expect(problems(emptyBloodPressure)['measurements.a.systolic']).toBe(t('validation.required'));
  });

  it.each([
    [{ systolic: 39, diastolic: 25 }, 'measurements.b.systolic'],
    [{ systolic: 301 }, 'measurements.b.systolic'],
    [{ diastolic: 19 }, 'measurements.b.diastolic'],
    [{ systolic: 120.5 }, 'measurements.b.systolic'],
    [{ systolic: '120.5' }, 'measurements.b.systolic'],
    [{ systolic: '120/80/7' }, 'measurements.b.systolic'],
    [{ systolic: '١٢٠' }, 'measurements.b.systolic'],
    [{ systolic: '39' }, 'measurements.b.systolic'],
    [{ pulse: '72 /min' }, 'measurements.b.pulse'],
    [{ systolic: 90, diastolic: 90 }, 'measurements.b.diastolic'],
    [{ systolic: 80, diastolic: 90 }, 'measurements.b.diastolic'],
    [{ pulse: 19 }, 'measurements.b.pulse'],
    [{ pulse: 301 }, 'measurements.b.pulse'],
  ])('refuses the impossible %o at %s', (reading, path) => {
    expect(Object.keys(problems(withReading(reading)))).toEqual([path]);
  });

  it.each([
    [
      { systolic: 69, diastolic: 40 },
      t('templates.bloodPressure.rareSystolic', { letter: 'B', systolic: 69 }),
    ],
    [{ systolic: 70, diastolic: 40 }, undefined],
    [
      { systolic: 271, diastolic: 180 },
      t('templates.bloodPressure.rareSystolic', { letter: 'B', systolic: 271 }),
    ],
    [{ systolic: 230, diastolic: 150 }, undefined],
    [
      { systolic: 230, diastolic: 151 },
      t('templates.bloodPressure.rareDiastolic', { letter: 'B', diastolic: 151 }),
    ],
    [{ systolic: 110, diastolic: 30 }, undefined],
    [
      { systolic: 110, diastolic: 29 },
      t('templates.bloodPressure.rareDiastolic', { letter: 'B', diastolic: 29 }),
    ],
    [{ systolic: 120, diastolic: 90 }, undefined],
    [
      { systolic: 120, diastolic: 91 },
      t('templates.bloodPressure.close', { letter: 'B', systolic: 120, diastolic: 91 }),
    ],
    [{ systolic: 180, diastolic: 80 }, undefined],
    [
      { systolic: 181, diastolic: 80 },
      t('templates.bloodPressure.farApart', { letter: 'B', systolic: 181, diastolic: 80 }),
    ],
    [{ pulse: 40 }, undefined],
    [{ pulse: 39 }, t('templates.bloodPressure.rarePulse', { letter: 'B', pulse: 39 })],
    [{ pulse: 141 }, t('templates.bloodPressure.rarePulse', { letter: 'B', pulse: 141 })],
  ])('asks about %o: %s', (reading, sentence) => {
    const form = withReading(reading);
    const found = unusualReadings(form).map((one) => one(t));
    if (sentence === undefined) expect(found).toEqual([]);
    else expect(found).toContainEqual(sentence);
    expect(Object.keys(problems(form))).toEqual(sentence === undefined ? [] : ['confirmedUnusual']);
    expect(problems({ ...form, confirmedUnusual: true })).toEqual({});
  });

  it('asks about what is typed so far, whatever else is missing', () => {
    const measurements = {
      ...emptyBloodPressure.measurements,
      c: withReading({ pulse: 150 }).measurements.b,
    };
    expect(unusualReadings({ ...emptyBloodPressure, measurements })).toHaveLength(1);
    expect(completeReadings({ measurements })).toBeNull();
    expect(completeReadings(filled())?.a.systolic).toBe(142);
  });

  it.each([
    ['2026-03-04', 'valid'],
    // Already tomorrow in the zone that is furthest ahead.
    ['2026-03-05', 'valid'],
    ['2026-03-06', 'date'],
    ['2026-02-30', 'date'],
    ['04/03/2026', 'date'],
    ['2026-02-25', 'valid'],
    ['2026-02-23', 'confirmedUnusual'],
  ])('validates the date %s: %s', (date, expected) => {
    expect(Object.keys(problems(filled({ date })))[0] ?? 'valid').toBe(expected);
  });

  it('keeps remarks as composed letters with plain line ends, and not without end', () => {
    const remarks = 'Mu\u0308nevver\r\n\tfollow up ';
    expect(bloodPressureSchema.parse(filled({ remarks })).remarks).toBe('Münevver\n follow up');
    expect(Object.keys(problems(filled({ remarks: 'a'.repeat(10_001) })))).toEqual(['remarks']);
  });
});
