import { describe, expect, it } from 'vitest';
import { MAX_VIEWERS, viewersSchema } from './viewers';

const LATER = '2040-01-01T00:00:00Z';

function faults(viewers: unknown): string[] {
  const result = viewersSchema.safeParse(viewers);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
}

describe('a list of viewers', () => {
  it('is taken with addresses in their one form, and with ends or without', () => {
    const list = [
      { email: ' Guest@Clinic.EXAMPLE ', expiresAt: null },
      { email: 'second@clinic.example', expiresAt: LATER },
    ];
    expect(viewersSchema.parse(list)).toEqual([
      { email: 'guest@clinic.example', expiresAt: null },
      { email: 'second@clinic.example', expiresAt: LATER },
    ]);
  });

  it('may be empty', () => {
    expect(faults([])).toEqual([]);
  });

  it.each([
    ['no address', [{ email: '', expiresAt: null }], ['0.email']],
    ['what is no address', [{ email: 'a@b', expiresAt: null }], ['0.email']],
    [
      'an address that is too long',
      [{ email: `${'a'.repeat(64)}@${'b'.repeat(190)}.example`, expiresAt: null }],
      ['0.email'],
    ],
    [
      'an end in the past',
      [{ email: 'a@b.example', expiresAt: '2020-01-01T00:00:00Z' }],
      ['0.expiresAt'],
    ],
    [
      'an end that no calendar holds',
      [{ email: 'a@b.example', expiresAt: '9999-01-01T00:00:00Z' }],
      ['0.expiresAt'],
    ],
    ['no end at all', [{ email: 'a@b.example' }], ['0.expiresAt']],
    [
      'the same viewer twice, written differently',
      [
        { email: 'a@b.example', expiresAt: null },
        { email: 'A@B.example', expiresAt: LATER },
      ],
      ['1.email'],
    ],
  ])('with %s is refused', (_, viewers, paths) => {
    expect(faults(viewers)).toEqual(paths);
  });

  it('is refused when the contract would not take it', () => {
    const viewers = (count: number) =>
      Array.from({ length: count }, (_, place) => ({
        email: `${place}@b.example`,
        expiresAt: null,
      }));
    expect(faults(viewers(MAX_VIEWERS))).toEqual([]);
    expect(faults(viewers(MAX_VIEWERS + 1))).toEqual(['']);
  });
});
