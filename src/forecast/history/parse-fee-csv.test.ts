import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '@/platform/time/durations';
import { parseFeeCsv } from './parse-fee-csv';

const DAY = Date.parse('2024-05-18');

describe('a CSV of fees', () => {
  it('may be Etherscan’s export', () => {
    const text =
      '"Date(UTC)","UnixTimeStamp","Value (Wei)"\r\n"5/18/2024","1715990400","4500000000"\r\n';
    expect(parseFeeCsv(text)).toEqual({ rows: [{ time: DAY, gwei: 4.5 }], skipped: 0, errors: [] });
  });

  it('may be days or hours with gwei, in any order, with a byte-order mark', () => {
    expect(parseFeeCsv('\uFEFFdate,gwei\n2024-05-19,5\n2024-05-18,4').rows).toEqual([
      { time: DAY, gwei: 4 },
      { time: DAY + DAY_MS, gwei: 5 },
    ]);
    expect(parseFeeCsv('hour,avg_gas_price_gwei\n2024-05-18T13:00Z,0.4').rows).toEqual([
      { time: DAY + 13 * HOUR_MS, gwei: 0.4 },
    ]);
  });

  it.each([
    'DATE,GWEI\n2024-05-18,4',
    'Timestamp,Gwei\n2024-05-18,4',
    'day,avg_gas_price_wei\n2024-05-18,4000000000',
    'date(utc),UnixTimeStamp,value (wei)\n5/18/2024,1715990400,4000000000',
    'Day,base_fee_gwei\n2024-05-18T00:00:00.000Z,4',
    'timestamp,gwei,base_fee_gwei\n2024-05-18 00:00:00+00:00,4,3',
    'timestamp,gwei\n2024-05-18 00:00:00.000 UTC,4',
  ])('may call its columns and hours otherwise: %j', (text) => {
    expect(parseFeeCsv(text)).toEqual({ rows: [{ time: DAY, gwei: 4 }], skipped: 0, errors: [] });
  });

  it.each([
    'dt,gwei\n2024-05-18,4',
    'block_date,avg_gas_price_gwei\n2024-05-18,4',
    'UTCDate,gwei\n2024-05-18,4',
    'Unix Timestamp,gwei\n1715990400,4',
    'block_time;gwei\n2024-05-18 00:00:00.000 UTC;4\n;\n',
    'date\tgwei\r\n2024-05-18\t4\r\n\t\r\n',
    'date,gwei\n2024-05-18,4\n,\n  \n',
    '"date";"gwei"\n"2024-05-18";"4"',
    'date,avg_gas_price_wei,gwei\n2024-05-18,4000000000,4.001',
  ])('may have other headings, delimiters and blank rows: %j', (text) => {
    const { rows, errors } = parseFeeCsv(text);
    expect(errors).toEqual([]);
    expect(rows.map(({ time, gwei }) => ({ time, gwei: Math.round(gwei) }))).toEqual([
      { time: DAY, gwei: 4 },
    ]);
  });

  it.each([
    ['01/05/2024', '1714521600', '2024-05-01'],
    ['1/5/2024', '1704412800', '2024-01-05'],
    ['01/05/2024', '1714521600000', '2024-05-01'],
  ])('takes day and month of %s from the Unix time beside it', (date, unix, day) => {
    const text = `"Date(UTC)","UnixTimeStamp","Value (Wei)"\n"${date}","${unix}","4010000000"`;
    const { rows, errors } = parseFeeCsv(text);
    expect(errors).toEqual([]);
    expect(rows).toEqual([{ time: Date.parse(day), gwei: expect.closeTo(4.01) as number }]);
  });

  it('takes day and month from the row that shows which is which, and no other order after it', () => {
    const days = (...dates: string[]) =>
      parseFeeCsv(`date,gwei\n${dates.map((date) => `${date},4`).join('\n')}`);
    const iso = ({ rows }: ReturnType<typeof days>) =>
      rows.map(({ time }) => new Date(time).toISOString().slice(0, 10));
    expect(iso(days('5/1/2024', '5/13/2024'))).toEqual(['2024-05-01', '2024-05-13']);
    expect(iso(days('1/5/2024', '13/5/2024'))).toEqual(['2024-05-01', '2024-05-13']);
    expect(days('1/5/2024', '13/5/2024', '5/14/2024').errors).toEqual([
      { line: 4, reason: 'the month comes first here, unlike in line 3' },
    ]);
    expect(days('1/5/2024', '2/5/2024').errors).toEqual(
      [2, 3].map((line) => ({
        line,
        reason: expect.stringMatching(/are ambiguous/) as string,
      })),
    );
    expect(iso(days('5/5/2024', '6/13/2024'))).toEqual(['2024-05-05', '2024-06-13']);
  });

  it.each([
    ['date,unix,gwei\n2024-05-18,1715904000,4', /not the same time: 2024-05-18, 1715904000/],
    ['"Date(UTC)","UnixTimeStamp",gwei\n5/18/2024,1714521600,4', /not the same time/],
    ['date,hour,gwei\n2024-05-18,2024-05-19T01:00Z,4', /not the same time/],
    ['date,value (wei),gwei\n2024-05-18,4000000000,5', /not the same price: 4000000000, 5/],
    ['date;gwei\n2024-05-18;4,5', /write 4\.5/],
    ['unix,gwei\n1715990401,4', /not a date/],
    ['date,gwei\n2999-01-01,4', /in the future/],
  ])('is refused where its columns disagree or hold impossible values: %j', (text, reason) => {
    const { rows, errors } = parseFeeCsv(text);
    expect(rows).toEqual([]);
    expect(errors).toEqual([{ line: 2, reason: expect.stringMatching(reason) as string }]);
  });

  it('takes the most exact of columns that agree, and refuses hours that are still to come', () => {
    const text = 'date,hour,gwei\n2024-05-18,2024-05-18T13:00Z,4';
    expect(parseFeeCsv(text, new Date('2024-05-18T13:00Z')).rows).toEqual([
      { time: DAY + 13 * HOUR_MS, gwei: 4 },
    ]);
    expect(parseFeeCsv(text, new Date('2024-05-18T12:59Z')).errors).toEqual([
      { line: 2, reason: 'in the future' },
    ]);
  });

  it.each([
    ['date,low_gwei,high_wei\n2024-05-18,4,5', 1, /more than one heading/],
    ['gwei,price\n4,5', 1, /no heading/],
    ['date,gwei\n2024-05-18T13:00:00.500Z,4', 2, /not a date/],
    ['date,gwei\n2024-05-18T13:00:00+02:00,4', 2, /not a date/],
  ])('is refused where it could be misread: %j', (text, line, reason) => {
    const { rows, errors } = parseFeeCsv(text);
    expect(rows).toEqual([]);
    expect(errors).toEqual([{ line, reason: expect.stringMatching(reason) as string }]);
  });

  it('may begin with days before the first transaction, but has no zero after it', () => {
    const lines = [
      '"Date(UTC)","UnixTimeStamp","Value (Wei)"',
      '"7/30/2015","1438214400","0"',
      '"7/31/2015","1438300800","0"',
      '"8/7/2015","1438905600","604684154870"',
      '"8/8/2015","1438992000","322713320000"',
    ];
    const whole = parseFeeCsv(lines.join('\n'));
    expect(whole).toMatchObject({ skipped: 2, errors: [] });
    expect(whole.rows).toHaveLength(2);
    expect(whole.rows[0]?.time).toBe(Date.parse('2015-08-07'));
    const broken = parseFeeCsv([...lines, '"8/9/2015","1439078400","0"'].join('\n'));
    expect(broken).toMatchObject({ skipped: 2, errors: [{ line: 6, reason: 'a price of zero' }] });
    expect(parseFeeCsv('date,gwei\n2024-05-18,0').errors).toHaveLength(1);
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
    'returns a result for %j, and never throws',
    (text) => {
      expect(parseFeeCsv(text).rows).toEqual([]);
    },
  );
});
