import { describe, expect, it } from 'vitest';
import { newDataKey, unwrapDataKey, wrapDataKey } from './data-key';

const patientKey = newDataKey();
const context = {
  reportId: 'report',
  doctorId: 'doctor',
  patientId: 'patient',
  contentHash: newDataKey(),
};

describe('a data key', () => {
  it('is opened with the key of its person, for its own report', () => {
    const dataKey = newDataKey();
    const wrapped = wrapDataKey(dataKey, patientKey, context);
    expect(wrapped.length).toBe(60);
    expect(unwrapDataKey(wrapped, patientKey, context)).toEqual(dataKey);
  });

  it.each([
    ['another report', { ...context, reportId: 'other' }],
    ['another patient', { ...context, patientId: 'other' }],
    ['no patient', { ...context, patientId: null }],
    ['another doctor', { ...context, doctorId: 'other' }],
    ['another document', { ...context, contentHash: newDataKey() }],
    ['a draft', { ...context, contentHash: null }],
  ])('opens nothing for %s', (_, other) => {
    const wrapped = wrapDataKey(newDataKey(), patientKey, context);
    expect(() => unwrapDataKey(wrapped, patientKey, other)).toThrow();
  });

  it('is not opened with the key of another person, nor when it was altered', () => {
    const wrapped = wrapDataKey(newDataKey(), patientKey, context);
    expect(() => unwrapDataKey(wrapped, newDataKey(), context)).toThrow();
    const altered = wrapped.map((byte, at) => (at === 20 ? byte ^ 0x80 : byte));
    expect(() => unwrapDataKey(altered, patientKey, context)).toThrow();
  });
});
