import { describe, expect, it } from 'vitest';
import { readyAnswer } from '../../../test/support/forecast/made-forecast';
import { recordText, ruleText, sourceText } from './forecast-notes';
import { t } from '../../../test/support/messages/english';

/** Spaces that hold a number and its sign together read like any other. */
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ');

const RECORD = {
  origins: 90,
  error: '21 %',
  advice: 'saved',
  saved: '14 %',
  sunday: 'saved',
  sundaySaved: '13 %',
};

const MAINNET = { id: 1, name: 'Ethereum', isOwn: false };

describe('the record', () => {
  it('is one sentence about the forecast, its advice, and Sundays', () => {
    expect(plain(recordText(readyAnswer(), t))).toBe(t('forecast.forecastRecord.record', RECORD));
  });

  it('does not hide a loss', () => {
    const { record } = readyAnswer();
    if (!record) throw new Error('the made forecast has a record');
    const lost = { ...record, savedPercent: -3.2 };
    expect(plain(recordText(readyAnswer({ content: { record: lost } }), t))).toBe(
      t('forecast.forecastRecord.record', { ...RECORD, advice: 'lost', saved: '3 %' }),
    );
  });

  it('is a sentence of its own while there is none', () => {
    expect(recordText(readyAnswer({ content: { record: null } }), t)).toContain(
      t('forecast.forecastRecord.noRecord'),
    );
  });
});

it('explains how the day was chosen, and what is special about it', () => {
  const by = (rule: 'model' | 'sunday', model: 'product' | 'smoothing', date = '2026-11-22') =>
    ruleText(readyAnswer({ advice: { rule, date }, content: { model } }), t);
  const vote = t('forecast.forecastRule.vote');
  expect(by('model', 'product', '2026-11-24')).toBe(vote);
  expect(by('sunday', 'product')).toBe(vote);
  expect(by('sunday', 'smoothing')).toBe(`${vote} ${t('forecast.forecastRule.simpleCosts')}`);
  expect(by('sunday', 'product', '2026-11-24')).toContain(t('forecast.forecastRule.sundayIsOver'));
});

it('names the network whose fees they are', () => {
  expect(sourceText(readyAnswer({}, { source: 'SIMULATED' }), t)).toContain(
    t('forecast.forecastOrigin.simulatedFees'),
  );
  expect(sourceText(readyAnswer({}, { chain: { ...MAINNET, isOwn: true } }), t)).toBe(
    t('forecast.forecastOrigin.ownNetwork', { chain: 'Ethereum' }),
  );
  expect(sourceText(readyAnswer({}, { chain: MAINNET }), t)).toBe(
    t('forecast.forecastOrigin.otherNetwork', { chain: 'Ethereum' }),
  );
  expect(sourceText(readyAnswer({}, { source: 'IMPORTED' }), t)).toContain(
    t('forecast.forecastOrigin.importedHistory'),
  );
});
