import { LOST_CHARACTER } from '@/platform/http/whole-text';
import { describe, expect, it } from 'vitest';
import { doctorRegistrationSchema, patientRegistrationSchema } from './registration';

const patient = {
  name: 'Ali Ahmed',
  email: 'ali@example.org',
  birthDate: '1984-03-12',
  gender: 'male',
  bloodGroup: 'A_POSITIVE',
};
const doctor = {
  name: 'Dr. Selin Aksoy',
  email: 'selin@example.org',
  licenceNumber: 'CY-20418',
  clinic: 'Harbour Clinic',
};

describe('a patient’s registration', () => {
  it('is brought into one form', () => {
    const typed = { ...patient, name: '  Ali   Ahmed ', email: ' Ali@Example.ORG' };
    expect(patientRegistrationSchema.parse(typed)).toEqual(patient);
  });

  it('takes the parts of a name when they are stated, a single letter too', () => {
    const parts = { givenNames: ' Min  Jun ', familyName: 'O' };
    expect(patientRegistrationSchema.parse({ ...patient, ...parts })).toEqual({
      ...patient,
      givenNames: 'Min Jun',
      familyName: 'O',
    });
    const empty = { givenNames: '', familyName: ' ' };
    expect(patientRegistrationSchema.parse({ ...patient, ...empty })).toEqual({
      ...patient,
      givenNames: null,
      familyName: null,
    });
  });

  it.each(['Ali \ufffdhmed', 'Ali \ud83d Ahmed'])(
    'refuses the name %j, in which a character was lost',
    (name) => {
      const { error } = patientRegistrationSchema.safeParse({ ...patient, name });
      expect(error?.issues[0]?.message).toBe(LOST_CHARACTER);
    },
  );

  it.each(['Gülşah Işıkoğlu', 'Ελένη Παπαδοπούλου', 'Иван Петров', "Seán O'Neill-Ó Sé"])(
    'takes the name %s',
    (name) => {
      expect(patientRegistrationSchema.parse({ ...patient, name }).name).toBe(name);
    },
  );

  it('asks for a spelling in Latin letters where documents lack letters of the name', () => {
    const named = { ...patient, name: '李小龍', gender: '' };
    const { error } = patientRegistrationSchema.safeParse(named);
    // Together with what else is wrong.
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['gender', 'printedName']);
    const whole = { ...patient, name: '李小龍', printedName: ' Li  Xiaolong' };
    expect(patientRegistrationSchema.parse(whole)).toEqual({
      ...whole,
      printedName: 'Li Xiaolong',
    });
  });

  it.each(['1984', '1984-03', '1984-03-12'])('takes the birth date %s', (birthDate) => {
    expect(patientRegistrationSchema.parse({ ...patient, birthDate }).birthDate).toBe(birthDate);
  });

  it.each([
    ['an empty name', { name: ' ' }],
    ['markup in a name', { name: '<b>Ali</b>' }],
    ['an address for a name', { name: 'Visit www.example.org' }],
    ['a hidden character in a name', { name: 'Ali\u202eAhmed' }],
    ['an empty letter in a name', { name: 'Ali\u3164Ahmed', printedName: 'Ali Ahmed' }],
    ['no address', { email: 'ali' }],
    ['a birth date to come', { birthDate: '2999-01-01' }],
    ['a birth date before anybody who lives', { birthDate: '1890-01-01' }],
    ['a day that does not exist', { birthDate: '1984-02-30' }],
    ['a day without its month', { birthDate: '1984--12' }],
    ['an unknown gender', { gender: 'x' }],
    ['an unknown blood group', { bloodGroup: 'C' }],
  ])('refuses %s', (_, change) => {
    expect(patientRegistrationSchema.safeParse({ ...patient, ...change }).success).toBe(false);
  });
});

describe('a doctor’s registration', () => {
  it('keeps licence numbers in one form', () => {
    const typed = { ...doctor, licenceNumber: ' cy-20418 ' };
    expect(doctorRegistrationSchema.parse(typed).licenceNumber).toBe('CY-20418');
  });

  it('is refused where documents cannot show the clinic or the licence', () => {
    for (const change of [{ clinic: '北医院' }, { licenceNumber: '医-20418' }]) {
      expect(doctorRegistrationSchema.safeParse({ ...doctor, ...change }).success).toBe(false);
    }
  });

  it.each(['', 'ab', '!!!!', 'x'.repeat(41)])(
    'refuses the licence number "%s"',
    (licenceNumber) => {
      expect(doctorRegistrationSchema.safeParse({ ...doctor, licenceNumber }).success).toBe(false);
    },
  );
});
