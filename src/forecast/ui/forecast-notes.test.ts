import { describe, expect, it } from 'vitest';
import { translatorOf } from '@/messages/translator';
import { readyAnswer } from '../../../test/support/made-forecast';
import { recordText, ruleText, sourceText } from './forecast-notes';

const t = translatorOf();

/** Spaces that hold a number and its sign together read like any other. */
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ');

const MAINNET = { id: 1, name: 'Ethereum', isOwn: false };

describe('the record', () => {
  it('is one sentence about the forecast, its advice, and Sundays', () => {
    expect(plain(recordText(readyAnswer(), t))).toBe(
      'In the last 90 days this forecast was within ±21 % on average, and its advice saved 14 % against a random day; always choosing Sunday would have saved 13 %.',
    );
  });

  it('does not hide a loss', () => {
    const { record } = readyAnswer();
    if (!record) throw new Error('the made forecast has a record');
    const lost = { ...record, savedPercent: -3.2 };
    expect(plain(recordText(readyAnswer({ content: { record: lost } }), t))).toContain(
      'its advice lost 3 % against a random day',
    );
  });

  it('is a sentence of its own while there is none', () => {
    expect(recordText(readyAnswer({ content: { record: null } }), t)).toContain('too new');
  });
});

it('names the simple rule where it is in use', () => {
  const by = (rule: 'model' | 'sunday', model: 'product' | 'smoothing', date = '2026-11-22') =>
    ruleText(readyAnswer({ advice: { rule, date }, content: { model } }), t);
  expect(by('model', 'product')).toBeNull();
  expect(by('sunday', 'product')).toMatch(/simple rule, “next Sunday”.*chance would explain\.$/);
  expect(by('sunday', 'smoothing')).toMatch(/chance would explain\. The costs .* simple rule, too/);
  expect(by('sunday', 'product', '2026-11-24')).toMatch(/This Sunday’s hours are over/);
});

it('names the network whose fees they are', () => {
  expect(sourceText(readyAnswer({}, { source: 'SIMULATED' }), t)).toContain('Simulated');
  expect(sourceText(readyAnswer({}, { chain: { ...MAINNET, isOwn: true } }), t)).toBe(
    'Fees of Ethereum, the network that your reports are sealed on.',
  );
  expect(sourceText(readyAnswer({}, { chain: MAINNET }), t)).toBe(
    'Fees of Ethereum, not of the network that your reports are sealed on.',
  );
  expect(sourceText(readyAnswer({}, { source: 'IMPORTED' }), t)).toContain('imported');
});
