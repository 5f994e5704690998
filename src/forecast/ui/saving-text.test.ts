import { describe, expect, it } from 'vitest';
import { savingText } from './saving-text';
import { t } from '../../../test/support/messages/english';

/** Spaces that hold a number and its sign together read like any other. */
const plain = (text: string) => text.replaceAll('\u00A0', ' ');

describe('the saving', () => {
  it('is written with its interval', () => {
    expect(plain(savingText({ likely: 40, low: 25, high: 55 }, t))).toBe(
      t('forecast.saving.saving', {
        likely: '40 %',
        direction: 'less',
        range: 'less',
        low: '25 %',
        high: '55 %',
      }),
    );
  });

  it('includes what may also be lost', () => {
    expect(plain(savingText({ likely: 12.4, low: -8.6, high: 30 }, t))).toBe(
      t('forecast.saving.saving', {
        likely: '12 %',
        direction: 'less',
        range: 'mixed',
        low: '9 %',
        high: '30 %',
      }),
    );
    expect(plain(savingText({ likely: -12, low: -40, high: 3 }, t))).toBe(
      t('forecast.saving.saving', {
        likely: '12 %',
        direction: 'more',
        range: 'mixed',
        low: '40 %',
        high: '3 %',
      }),
    );
    expect(plain(savingText({ likely: -12, low: -40, high: -3 }, t))).toBe(
      t('forecast.saving.saving', {
        likely: '12 %',
        direction: 'more',
        range: 'more',
        low: '3 %',
        high: '40 %',
      }),
    );
  });
});
