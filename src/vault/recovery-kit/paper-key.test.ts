import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { identityOfSecret, isIdentity } from './age-identity';
import { isEndOf, paperGroups, readPaperKey } from './paper-key';

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);

/** The identity with one character replaced by another one of the same alphabet. */
function mistyped(at: number): string {
  const other = identity[at] === 'Q' ? 'P' : 'Q';
  return identity.slice(0, at) + other + identity.slice(at + 1);
}

describe('a key on paper', () => {
  it('is an age identity in groups of four characters', () => {
    const [beginning, ...groups] = paperGroups(identity);
    expect([beginning, ...groups].join('')).toBe(identity);
    expect(groups.map(({ length }) => length)).toEqual([...Array<number>(14).fill(4), 2]);
  });

  it.each([
    ['as it is', identity],
    ['in groups', paperGroups(identity).join(' ')],
    ['in small letters, with line breaks', paperGroups(identity).join('\n').toLowerCase()],
    ['without its fixed beginning', paperGroups(identity).slice(1).join(' ')],
    [
      'with misread letters',
      identity.slice(0, 16) + identity.slice(16).replaceAll('0', 'O').replaceAll('8', 'B'),
    ],
    ['with dashes', paperGroups(identity).join('-')],
  ])('is read when it is typed %s', (_, typed) => {
    expect(readPaperKey(typed)).toBe(identity);
  });

  it('is refused with any single wrong character', () => {
    for (let at = 16; at < identity.length; at += 1) {
      expect(readPaperKey(mistyped(at)), `character ${at}`).toBeNull();
    }
  });

  it.each([
    ['a torn end', identity.slice(0, -4)],
    ['a missing group', paperGroups(identity).toSpliced(5, 1).join(' ')],
    ['two groups exchanged', swap(paperGroups(identity), 3, 4).join(' ')],
    ['a public key', recipient],
    ['nothing', ''],
  ])('is refused with %s', (_, typed) => {
    expect(readPaperKey(typed)).toBeNull();
  });

  it('is confirmed by its last six characters alone', () => {
    expect(
      isEndOf(identity, ` ${identity.slice(-6, -3)} ${identity.slice(-3).toLowerCase()}`),
    ).toBe(true);
    expect(isEndOf(identity, identity.slice(-7))).toBe(false);
    expect(isEndOf(identity, identity.slice(-12, -6))).toBe(false);
    expect(isEndOf(identity, '')).toBe(false);
  });
});

it('an identity is a secret of 32 bytes, and nothing else', () => {
  expect(isIdentity(identityOfSecret(new Uint8Array(32).fill(7)))).toBe(true);
  expect(isIdentity(identityOfSecret(new Uint8Array(31)))).toBe(false);
  expect(isIdentity('age1')).toBe(false);
});

function swap(groups: string[], one: number, other: number): string[] {
  return groups.map((group, at) => groups[at === one ? other : at === other ? one : at] ?? group);
}
