import { describe, expect, it } from 'vitest';
import {
  hasPrintableSpelling,
  needsPrintedName,
  personNameSchema,
  printedNameSchema,
} from './person-name';

describe('a name', () => {
  it.each([
    ['محمد علي', true],
    ['דוד כהן', true],
    ['李小龍', true],
    ['김철수', true],
    ['สมชาย ใจดี', true],
    ['თამარ', true],
    ['علی\u200Cرضا', true],
    ['Ali 李', true],
    ['अनिल कुमार', false],
    ['Ελένη Παπαδοπούλου', false],
    ['Иван Петров', false],
    ['Seán O’Neill-Ó Sé', false],
    ["d'Arsøns", false],
    ['Suharto', false],
    ['Nguyễn Thị Ánh', false],
    ['X Æ A-12', false],
    ['Dr. J.R. Smith, Ph.D.', false],
    ['Sr. D. Juan M.ª Ruiz', false],
  ])('%s is taken; documents need another spelling: %s', (name, isNeeded) => {
    expect(personNameSchema.parse(name)).toBe(name);
    expect(needsPrintedName(name)).toBe(isNeeded);
    expect(hasPrintableSpelling({ name })).toBe(!isNeeded);
    expect(hasPrintableSpelling({ name, printedName: 'Li Xiaolong' })).toBe(true);
  });

  it.each([
    ['a control character', 'Ali\u0007Ahmed'],
    ['turned writing', 'Ali\u202eAhmed'],
    ['isolated writing', 'Ali \u2066Ahmed\u2069'],
    ['a character without width', 'Ali\u200bAhmed'],
    ['a joiner between Latin letters', 'Ali\u200dAhmed'],
    ['a soft hyphen', 'Ali\u00adAhmed'],
    ['a mark of byte order', 'Ali\ufeffAhmed'],
    ['punctuation alone', '-- ’'],
    ['digits alone', '12345'],
    ['a picture', 'Ali 😀'],
    ['a flag', 'Ali 🇨🇾'],
    ['a framed digit', 'Ali 1\ufe0f\u20e3'],
    ['piled marks', `Ali${'\u0301'.repeat(9)}`],
    ['a private character', 'Ali \ue000'],
    ['markup', '<b>Ali</b>'],
    ['an address', 'Visit www.example.org'],
    ['a host', 'Ali (evil.example)'],
    ['a host in wide letters', 'Ali ｅｖｉｌ．ｅｘａｍｐｌｅ'],
    ['a host with an ideographic dot', 'Ali evil。example'],
    ['a host in other letters', 'Али пример.рф'],
    ['a network’s number', 'Ali 192.168.0.1'],
    ['a scheme', 'Ali mailto:evil'],
    ['a title without a space after its dot, which could be a host', 'Dr.Li'],
    ['121 letters', 'a'.repeat(121)],
    ['one letter', 'a'],
  ])('with %s is refused', (_, name) => {
    expect(personNameSchema.safeParse(name).success).toBe(false);
  });
});

describe('the spelling for documents', () => {
  it.each(['Li Xiaolong', 'Muḥammad ʿAlī'.replace('ʿ', '’'), 'O’Neill-Ó Sé', 'Nguyễn Thị Ánh'])(
    'is taken: %s',
    (name) => {
      expect(printedNameSchema.parse(name)).toBe(name.normalize('NFC'));
    },
  );

  it.each(['李', 'Ελένη', 'Li 李', '---', '123', 'Li\u202e', 'Ali 😀', 'a'.repeat(121)])(
    'is refused: %j',
    (name) => {
      expect(printedNameSchema.safeParse(name).success).toBe(false);
    },
  );

  it('is null where it is left empty', () => {
    expect(printedNameSchema.parse('  ')).toBeNull();
  });
});
