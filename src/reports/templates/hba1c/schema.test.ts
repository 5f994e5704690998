import { expect, it } from 'vitest';
import { fieldErrors } from '@/platform/http/field-errors';
import { mod10, verhoeff } from '../../../../test/support/check-digits';
import { hba1cForm as filled } from '../../../../test/support/reports/report-factories';
import { adaCategory } from './category';
import { emptyHba1c, hba1cSchema } from './schema';
import { SPECIMEN_CODINGS } from './specimens';
import { unusualValues } from './unusual-values';
import { ifccOf, ngspOf } from './units';
import { t } from '../../../../test/support/messages/english';

function wrong(form: unknown): string[] {
  const { error } = hba1cSchema.safeParse(form);
  return error === undefined ? [] : Object.keys(fieldErrors(error));
}

function withValues(unit: string, result: string, target = '') {
  return { ...filled(), values: { unit, result, target } };
}

// Pairs of ngsp.org/convert1.asp and the ADA's tables.
it.each([
  [20, 4.0],
  [31, 5.0],
  [39, 5.7],
  [42, 6.0],
  [48, 6.5],
  [53, 7.0],
  [64, 8.0],
  [75, 9.0],
  [97, 11.0],
  [140, 15.0],
])('%i mmol/mol is %d %%, and back', (ifcc, ngsp) => {
  expect(ngspOf(ifcc)).toBe(ngsp);
  expect(ifccOf(ngsp)).toBe(ifcc);
});

it('every percentage comes back as it was typed', () => {
  for (let tenths = 40; tenths <= 200; tenths += 1) {
    expect(ngspOf(ifccOf(tenths / 10))).toBe(tenths / 10);
  }
});

it.each([
  ['mmol/mol', '38', 'normal'],
  ['mmol/mol', '39', 'prediabetes'],
  ['mmol/mol', '47', 'prediabetes'],
  ['mmol/mol', '48', 'diabetes'],
  ['%', '5.6', 'normal'],
  ['%', '5.7', 'prediabetes'],
  ['%', '6,4', 'prediabetes'],
  ['%', '6.5', 'diabetes'],
])('%s %s lies in the range %s', (unit, typed, category) => {
  const { values } = hba1cSchema.parse(withValues(unit, typed));
  expect(adaCategory(values.result)).toBe(category);
});

it.each([
  ['mmol/mol', '', 'values.result'],
  ['mmol/mol', '9', 'values.result'],
  ['mmol/mol', '201', 'values.result'],
  ['mmol/mol', '7.5', 'values.result'],
  ['%', '3.0', 'values.result'],
  ['%', '20.6', 'values.result'],
  ['%', '7.55', 'values.result'],
  ['%', '7 %', 'values.result'],
  ['g/l', '53', 'values.unit'],
])('refuses %s %s at %s', (unit, typed, path) => {
  expect(wrong(withValues(unit, typed))).toEqual([path]);
});

it('starts as a draft in which every required field is missed', () => {
  expect(wrong(emptyHba1c)).toEqual(['date', 'collectedAt', 'specimen', 'values.result']);
  expect(unusualValues(emptyHba1c)).toEqual([]);
});

it('refuses an impossible target, and takes none', () => {
  expect(wrong(withValues('%', '7.5', '99'))).toEqual(['values.target']);
  expect(hba1cSchema.parse(withValues('%', '7.5')).values.target).toBeNull();
});

it.each([
  ['20', false],
  ['19', true],
  ['140', false],
  ['141', true],
])('asks about %s mmol/mol: %s', (typed, asked) => {
  const form = withValues('mmol/mol', typed);
  expect(unusualValues(form).map((one) => one(t))).toHaveLength(asked ? 1 : 0);
  expect(wrong(form)).toEqual(asked ? ['confirmedUnusual'] : []);
  expect(wrong({ ...form, confirmedUnusual: true })).toEqual([]);
});

it('uses codes with a right check digit', () => {
  for (const { code } of Object.values(SPECIMEN_CODINGS)) expect(verhoeff(code)).toBe(0);
  expect(['59261-8', '4548-4'].every(mod10)).toBe(true);
});
