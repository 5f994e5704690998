import { describe, expect, it } from 'vitest';
import { translatorOf } from '@/messages/translator';
import { savingText } from './saving-text';

const t = translatorOf();

/** Spaces that hold a number and its sign together read like any other. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the saving', () => {
  it('is written with its interval', () => {
    expect(plain(savingText({ likely: 40, low: 25, high: 55 }, t))).toBe(
      'about 40 % less than now, likely between 25 % and 55 % less',
    );
  });

  it('includes what may also be lost', () => {
    expect(plain(savingText({ likely: 12.4, low: -8.6, high: 30 }, t))).toBe(
      'about 12 % less than now, likely between 9 % more and 30 % less',
    );
    expect(plain(savingText({ likely: -12, low: -40, high: 3 }, t))).toBe(
      'about 12 % more than now, likely between 40 % more and 3 % less',
    );
    expect(plain(savingText({ likely: -12, low: -40, high: -3 }, t))).toBe(
      'about 12 % more than now, likely between 3 % and 40 % more',
    );
  });
});
