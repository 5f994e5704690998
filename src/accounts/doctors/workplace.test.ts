import { describe, expect, it } from 'vitest';
import { clinicSchema, isPrintableWorkplace, licenceNumberSchema } from './workplace';

describe('the name of a clinic', () => {
  it.each([
    'Κλινική Βορρά',
    'St. Mary’s Hospital',
    'Klinik Nr. 12 e.V.',
    'Özel Ege A.Ş.',
    'Ward 3.14',
  ])('is taken: %s', (clinic) => {
    expect(clinicSchema.parse(` ${clinic} `)).toBe(clinic);
  });

  it.each([
    ['letters that documents lack', '北医院'],
    ['a host', 'Clinic evil.example'],
    ['an address', 'https://evil.example'],
    ['a mailbox', 'desk@evil.example'],
    ['markup', 'Clinic <b>'],
    ['a control character', 'Clinic\u0007North'],
    ['turned writing', 'Clinic \u202eNorth'],
    ['isolated writing', 'Clinic \u2066North\u2069'],
  ])('with %s is refused', (_, clinic) => {
    expect(clinicSchema.safeParse(clinic).success).toBe(false);
  });
});

it('takes a licence number in capitals that documents show', () => {
  expect(licenceNumberSchema.parse(' cy-1234/a ')).toBe('CY-1234/A');
  for (const text of ['医-1234', '<b>12', 'CY', 'CY\u202e-1234']) {
    expect(licenceNumberSchema.safeParse(text).success).toBe(false);
  }
});

it.each([
  [{ clinic: 'Clinic North', licenceNumber: 'CY-1' }, true],
  [{ clinic: '北医院', licenceNumber: 'CY-1' }, false],
  [{ clinic: 'Clinic North', licenceNumber: '医-1' }, false],
])('notices what documents cannot print: %j', (doctor, isPrintable) => {
  expect(isPrintableWorkplace(doctor)).toBe(isPrintable);
});
