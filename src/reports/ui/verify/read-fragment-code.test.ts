import { describe, expect, it } from 'vitest';
import { readFragmentCode } from './read-fragment-code';

const CODE = '1A4Y3JWDLHPRY31M';
const PAGE = 'https://medanchor.example/verify';

describe('the report code of an address', () => {
  it.each([
    `#code=${CODE}`,
    `#code=${CODE.toLowerCase()}`,
    '#code=1A4Y-3JWD-LHPR-Y31M',
    '#code=1A4Y%203JWD%20LHPR%20Y31M',
    `#code=${CODE}.`,
    `#code=${CODE}%3E`,
    `#code=${CODE}&utm_source=x`,
    `#%23code=${CODE}`,
    `?utm_source=x#code=${CODE}`,
  ])('is read from %s', (rest) => {
    expect(readFragmentCode(`${PAGE}${rest}`)).toEqual({ state: 'whole', code: CODE });
  });

  it.each([`#code=${CODE.slice(0, 12)}`, `#code=${CODE}A`, '#code=', '#code=%E2%80'])(
    'is damaged in %s',
    (rest) => {
      expect(readFragmentCode(`${PAGE}${rest}`)).toEqual({ state: 'damaged' });
    },
  );

  it.each(['', '#', '#how', '#main'])('is not there in "%s"', (rest) => {
    expect(readFragmentCode(`${PAGE}${rest}`)).toEqual({ state: 'none' });
  });
});
