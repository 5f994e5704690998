import { describe, expect, it } from 'vitest';
import { parseFeeCsv } from './parse-fee-csv';

const DAY = Date.parse('2024-05-18');

describe('a CSV of fees', () => {
  it('may be Etherscan’s export', () => {
    const text =
      '"Date(UTC)","UnixTimeStamp","Value (Wei)"\r\n"5/18/2024","1715990400","4500000000"\r\n';
    expect(parseFeeCsv(text)).toEqual({ rows: [{ time: DAY, gwei: 4.5 }], errors: [] });
  });

  it('may be days or hours with gwei, in any order, with a byte-order mark', () => {
    expect(parseFeeCsv('\uFEFFdate,gwei\n2024-05-19,5\n2024-05-18,4').rows).toEqual([
      { time: DAY, gwei: 4 },
      { time: DAY + 86_400_000, gwei: 5 },
    ]);
    expect(parseFeeCsv('hour,avg_gas_price_gwei\n2024-05-18T13:00Z,0.4').rows).toEqual([
      { time: DAY + 13 * 3_600_000, gwei: 0.4 },
    ]);
  });

  it('names each bad row by its line', () => {
    const rows = ['2024-05-18,1', '2024-02-30,1', '2024-05-19,', '2024-05-20,0', '2024-05-21,-1'];
    const more = ['2024-05-18,2', '2024-05-22,9e9', '2024-05-23', '2024-05-24,x'];
    const { errors } = parseFeeCsv(['date,gwei', ...rows, ...more].join('\n'));
    expect(errors.map(({ line }) => line).toSorted((a, b) => a - b)).toEqual([
      3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    expect(errors.find(({ line }) => line === 7)?.reason).toBe('the same time as line 2');
    expect(errors.find(({ line }) => line === 5)?.reason).toBe('a price of zero');
  });

  it.each(['', 'date,gwei', 'when,what\n1,2', '\u0000\u0001', '"date,gwei\n1,2'])(
    'says something of %j, and never throws',
    (text) => {
      expect(parseFeeCsv(text).rows).toEqual([]);
    },
  );
});
