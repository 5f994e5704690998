import { describe, expect, it } from 'vitest';
import { readCodeDigits, typedCode } from './typed-code';

describe('a mailed code', () => {
  it.each([
    ['as mailed', '1234 5678'],
    ['without a space', '12345678'],
    ['with a hyphen', '1234-5678'],
    ['with a typographic dash', '1234–5678'],
    ['with a hyphen that does not break', '12\u201134\u201156\u201178'],
    ['with dots', '12.34.56.78'],
    ['with a narrow space', '1234\u202F5678'],
    ['with characters that have no width', '\u200E1234\u200B5678\uFEFF'],
    ['with line ends', '\n1234 5678\r\n'],
    ['in full width', '１２３４\u3000５６７８'],
    ['in full width with its own hyphen', '１２３４－５６７８'],
    ['in Arabic digits', '١٢٣٤ ٥٦٧٨'],
    ['in Persian digits', '۱۲۳۴۵۶۷۸'],
    ['in Devanagari digits', '१२३४५६७८'],
  ])('is read %s', (_, typed) => {
    expect(typedCode.parse(typed)).toBe('12345678');
  });

  it('keeps its zeros', () => {
    expect(typedCode.parse('٠٠٩٠-٠٠٠٩')).toBe('00900009');
  });

  it.each(['1234567', '123456789', '1234567a', '1234,5678', '', '1'.repeat(200), '12345678;'])(
    'is refused when it is %j',
    (typed) => {
      expect(typedCode.safeParse(typed).success).toBe(false);
    },
  );

  it('is never shortened to fit', () => {
    expect(readCodeDigits('1234x5678')).toBe('1234x5678');
  });
});
