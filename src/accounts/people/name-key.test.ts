import { describe, expect, it } from 'vitest';
import { nameKey } from './name-key';

describe('nameKey', () => {
  it.each([
    ['Gülşah Işıkoğlu', 'gulsahisikoglu'],
    ['IŞIKOĞLU', 'isikoglu'],
    ['İpek', 'ipek'],
    ['Łapicki', 'lapicki'],
    ['Đorđe', 'dorde'],
    ['d’Arsøns', 'darsons'],
    ['Anna-Lena Groß', 'annalenagross'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['X Æ A-12', 'xaea12'],
    ['Þórður', 'thordur'],
    ['Ελένη Παπαδοπούλου', 'elenipapadopoyloy'],
    ['Иван Петров', 'ivanpetrov'],
    ['李小龍', 'lixiaolong'],
    ['김철수', 'gimcheolsu'],
    ['Ｆｕｌｌ Ｗｉｄｔｈ', 'fullwidth'],
    ['ﬁona', 'fiona'],
    ['Seán O’Neill-Ó Sé', 'seanoneillose'],
  ])('folds %s to %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('is the same for composed and decomposed letters', () => {
    expect(nameKey('Gülşah'.normalize('NFD'))).toBe(nameKey('Gülşah'.normalize('NFC')));
  });

  it.each(['Işık', 'ßmann', 'λένη Πα', 'ahmed'])(
    'of the part “%s” is a part of the whole',
    (part) => {
      expect(nameKey(`Ab ${part} cd`)).toContain(nameKey(part));
    },
  );

  it('is not empty for a name without letters, and has a largest length', () => {
    expect(nameKey('--')).toBe('--');
    expect(nameKey('﷽'.repeat(120)).length).toBeLessThanOrEqual(500);
  });
});
