import { describe, expect, it } from 'vitest';
import { formatPatientCode, newPatientCode, readPatientCode } from './patient-code';

const codes = Array.from({ length: 50 }, newPatientCode);

describe('a patient’s code', () => {
  it('is read as it is shown, and as people type it', () => {
    for (const code of codes) {
      const shown = formatPatientCode(code);
      expect(shown).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(readPatientCode(` ${shown.toLowerCase()} `)).toBe(code);
      expect(readPatientCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
    }
  });

  it('is refused with one wrong character, or two that are swapped', () => {
    for (const code of codes) {
      for (let place = 0; place < code.length; place += 1) {
        const other = code[place] === 'A' ? 'B' : 'A';
        const wrong = code.slice(0, place) + other + code.slice(place + 1);
        expect(readPatientCode(wrong), wrong).toBeNull();
        const [one = '', next = ''] = [code[place], code[place + 1]];
        if (next === '' || one === next) continue;
        const swapped = code.slice(0, place) + next + one + code.slice(place + 2);
        expect(readPatientCode(swapped), swapped).toBeNull();
      }
    }
  });

  it.each(['', '12345', '7K3M9-4XW2B-1', 'ali@mail.example', '!!!!!-!!!!!'])(
    'is not “%s”',
    (text) => {
      expect(readPatientCode(text)).toBeNull();
    },
  );
});
