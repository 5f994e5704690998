import { describe, expect, it } from 'vitest';
import { readyAnswer } from '../answer/made-forecast';
import { ageText, recordText, ruleText, savingText, sourceText } from './forecast-words';

/** Spaces that hold a number and its sign together read like any other. */
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ');

const MAINNET = { id: 1, name: 'Ethereum', isOwn: false };

describe('the words of the advice', () => {
  it('tell the saving and its interval', () => {
    expect(plain(savingText({ likely: 40, low: 25, high: 55 }))).toBe(
      'about 40 % less than now, likely between 25 % and 55 % less',
    );
  });

  it('say what may also be lost', () => {
    expect(plain(savingText({ likely: 12.4, low: -8.6, high: 30 }))).toBe(
      'about 12 % less than now, likely between 9 % more and 30 % less',
    );
    expect(plain(savingText({ likely: -12, low: -40, high: 3 }))).toBe(
      'about 12 % more than now, likely between 40 % more and 3 % less',
    );
    expect(plain(savingText({ likely: -12, low: -40, high: -3 }))).toBe(
      'about 12 % more than now, likely between 3 % and 40 % more',
    );
  });
});

describe('the record', () => {
  it('is one sentence about the forecast, its advice, and Sundays', () => {
    expect(plain(recordText(readyAnswer()))).toBe(
      'In the last 90 days this forecast was within ±21 % on average, and its advice saved 14 % against a random day; always choosing Sunday would have saved 13 %.',
    );
  });

  it('does not hide a loss', () => {
    const { record } = readyAnswer();
    if (!record) throw new Error('the made forecast has a record');
    const lost = { ...record, savedPercent: -3.2 };
    expect(plain(recordText(readyAnswer({ content: { record: lost } })))).toContain(
      'its advice lost 3 % against a random day',
    );
  });

  it('says that there is none', () => {
    expect(recordText(readyAnswer({ content: { record: null } }))).toContain('too new');
  });
});

it('the simple rule is named where it is in use', () => {
  const by = (rule: 'model' | 'sunday', model: 'product' | 'smoothing', date = '2026-11-22') =>
    ruleText(readyAnswer({ advice: { rule, date }, content: { model } }));
  expect(by('model', 'product')).toBeNull();
  expect(by('sunday', 'product')).toMatch(/simple rule, “next Sunday”.*luck explains\.$/);
  expect(by('sunday', 'smoothing')).toMatch(/luck explains\. The costs .* simple rule, too/);
  expect(by('sunday', 'product', '2026-11-24')).toMatch(/This Sunday’s hours are over/);
});

it('whose fees they are is said', () => {
  expect(sourceText(readyAnswer({}, { source: 'SIMULATED' }))).toContain('Simulated');
  expect(sourceText(readyAnswer({}, { chain: { ...MAINNET, isOwn: true } }))).toBe(
    'Fees of Ethereum, the network that your reports are sealed on.',
  );
  expect(sourceText(readyAnswer({}, { chain: MAINNET }))).toBe(
    'Fees of Ethereum, not of the network that your reports are sealed on.',
  );
  expect(sourceText(readyAnswer({}, { source: 'IMPORTED' }))).toContain('imported');
});

it('the age of the data is said in hours', () => {
  expect([0.3, 1, 1.9, 47.6].map(ageText)).toEqual([
    'less than an hour old',
    '1 hour old',
    '1 hour old',
    '47 hours old',
  ]);
});
