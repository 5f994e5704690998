import { describe, expect, it } from 'vitest';
import { assessVisit, MEAN_RULE } from './assess-visit';
import {
  accAhaCategory,
  eshCategory,
  eshLabel,
  meanPressure,
  needsActionAtOnce,
  type Pressure,
} from './categories';
import { t } from '../../../../test/support/messages/english';

function at(systolic: number, diastolic: number): Pressure {
  return { systolic, diastolic };
}

describe('ESH 2023 categories', () => {
  it.each([
    [119, 79, 'optimal'],
    [120, 79, 'normal'],
    [119, 80, 'normal'],
    [129, 84, 'normal'],
    [130, 84, 'high-normal'],
    [129, 85, 'high-normal'],
    [139, 89, 'high-normal'],
    [140, 89, 'grade-1'],
    [139, 90, 'grade-1'],
    [159, 99, 'grade-1'],
    [160, 99, 'grade-2'],
    [159, 100, 'grade-2'],
    [179, 109, 'grade-2'],
    [180, 109, 'grade-3'],
    [179, 110, 'grade-3'],
    [300, 20, 'grade-3'],
  ])('%i/%i is %s', (systolic, diastolic, code) => {
    expect(eshCategory(at(systolic, diastolic)).code).toBe(code);
  });

  it.each([
    [
      140,
      89,
      t('templates.bloodPressure.eshIsolated', {
        isolated: 'systolic',
        category: t('templates.bloodPressure.esh.grade-1'),
      }),
    ],
    [
      185,
      85,
      t('templates.bloodPressure.eshIsolated', {
        isolated: 'systolic',
        category: t('templates.bloodPressure.esh.grade-3'),
      }),
    ],
    [
      139,
      90,
      t('templates.bloodPressure.eshIsolated', {
        isolated: 'diastolic',
        category: t('templates.bloodPressure.esh.grade-1'),
      }),
    ],
    [140, 90, t('templates.bloodPressure.esh.grade-1')],
    [139, 89, t('templates.bloodPressure.esh.high-normal')],
  ])('%i/%i reads “%s”', (systolic, diastolic, label) => {
    expect(eshLabel(eshCategory(at(systolic, diastolic)), t)).toBe(label);
  });
});

describe('ACC/AHA 2017 categories', () => {
  it.each([
    [119, 79, 'normal'],
    [120, 79, 'elevated'],
    [129, 79, 'elevated'],
    [119, 80, 'stage-1'],
    [129, 80, 'stage-1'],
    [130, 79, 'stage-1'],
    [139, 89, 'stage-1'],
    [140, 79, 'stage-2'],
    [119, 90, 'stage-2'],
  ])('%i/%i is %s', (systolic, diastolic, code) => {
    expect(accAhaCategory(at(systolic, diastolic))).toBe(code);
  });

  it.each([
    [180, 120, false],
    [181, 120, true],
    [180, 121, true],
    [181, 60, true],
  ])('%i/%i asks for action at once: %s', (systolic, diastolic, expected) => {
    expect(needsActionAtOnce(at(systolic, diastolic))).toBe(expected);
  });
});

describe('a visit', () => {
  it('takes the mean of B and C only, a half upwards', () => {
    const readings = { a: at(200, 120), b: at(139, 84), c: at(140, 85) };
    expect(meanPressure(readings)).toEqual(at(140, 85));
  });

  it('names its rule and states that one visit is no diagnosis', () => {
    const visit = assessVisit({ a: at(150, 95), b: at(148, 92), c: at(146, 94) });
    expect(MEAN_RULE(t)).toContain(t('templates.bloodPressure.meanRule'));
    expect(visit.mean).toEqual(at(147, 93));
    expect(visit.actAtOnce).toBe(false);
    expect(visit.notes.map((note) => note(t))).toEqual([
      t('templates.bloodPressure.oneVisitIsNoDiagnosis'),
    ]);
  });

  it('does not state so for grade 3, the exception of ESH 2023', () => {
    const visit = assessVisit({ a: at(180, 100), b: at(180, 100), c: at(180, 100) });
    expect(visit.notes.map((note) => note(t))).toEqual([t('templates.bloodPressure.byThisVisit')]);
  });

  it.each([
    ['systolic', { a: at(150, 90), b: at(140, 90), c: at(140, 90) }, false],
    ['systolic', { a: at(151, 90), b: at(140, 90), c: at(140, 90) }, true],
    ['diastolic', { a: at(140, 80), b: at(140, 90), c: at(140, 90) }, false],
    ['diastolic', { a: at(140, 80), b: at(140, 90), c: at(140, 91) }, true],
  ])('notes %s readings that differ by more than 10 mmHg (%o: %s)', (_, readings, noted) => {
    const { notes } = assessVisit(readings);
    expect(notes.some((note) => note(t).includes('differ by more than 10 mmHg'))).toBe(noted);
  });

  it('calls for action at once when any reading does, though the mean does not', () => {
    const visit = assessVisit({ a: at(190, 100), b: at(170, 100), c: at(170, 100) });
    expect(visit.actAtOnce).toBe(true);
    expect(visit.notes[0]?.(t)).toContain(t('templates.bloodPressure.actAtOnceText'));
  });
});
