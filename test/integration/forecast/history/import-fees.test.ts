import { expect, it } from 'vitest';
import { importFees as importFile } from '@/forecast/history/import-fees';
import { readHistory } from '@/forecast/history/read-history';
import { database } from '@/platform/database/database';

const CHAIN = 1;
const importFees = (chainId: number, text: string) =>
  importFile(chainId, new TextEncoder().encode(text));
const NOW = new Date('2024-05-21T10:00:00Z');

it('takes over a daily file, and a newer one in its place', async () => {
  const old = 'date,gwei\n2024-05-18,4\n2024-05-19,5\n';
  expect(await importFees(CHAIN, old)).toMatchObject({ imported: 2, from: new Date('2024-05-18') });
  const etherscan =
    '"Date(UTC)","UnixTimeStamp","Value (Wei)"\n"5/19/2024","1716076800","6000000000"\n"5/20/2024","1716163200","7000000000"\n';
  await importFees(CHAIN, etherscan);
  const history = await readHistory(CHAIN, NOW);
  expect(Array.from(history?.days.measured ?? [])).toEqual([4, 6, 7]);
  expect(history).toMatchObject({ source: 'IMPORTED', until: new Date('2024-05-21') });
});

it('takes over nothing of a file with a bad row', async () => {
  const before = await database().feeDay.count();
  const result = await importFees(
    CHAIN,
    'date,gwei\n2023-01-01,4\n2023-01-02,zero\n2023-01-03,5\n',
  );
  expect(result).toEqual({ imported: 0, errors: [{ line: 3, reason: 'not a price: zero' }] });
  expect(await importFees(CHAIN, 'date,gwei\n')).toMatchObject({ imported: 0 });
  expect(await database().feeDay.count()).toBe(before);
});

it('imports Etherscan’s whole export, and counts the days left out before the first transaction', async () => {
  const rows = ['"7/30/2015","1438214400","0"', '"8/7/2015","1438905600","604684154870"'];
  const text = ['"Date(UTC)","UnixTimeStamp","Value (Wei)"', ...rows].join('\n');
  expect(await importFees(9, text)).toMatchObject({ imported: 1, skipped: 1 });
  expect(await importFees(9, `${text}\n"8/8/2015","1438992000","0"`)).toEqual({
    imported: 0,
    errors: [{ line: 4, reason: 'a price of zero' }],
  });
  expect(await database().feeDay.count({ where: { chainId: 9 } })).toBe(1);
});

it('takes over hours, whose mean is the day’s', async () => {
  const hours = Array.from({ length: 24 }, (_, hour) => {
    const time = `2024-01-01T${String(hour).padStart(2, '0')}:00Z`;
    return `${time},${hour < 12 ? 10 : 20}`;
  });
  await importFees(7, ['hour,gwei', ...hours].join('\n'));
  const history = await readHistory(7, new Date('2024-01-02T00:30:00Z'));
  expect(Array.from(history?.days.measured ?? [])).toEqual([15]);
  expect(history?.hours?.gwei.length).toBe(24);
});

it('does not count a day that is not over, or lies ahead of a clock that jumped back', async () => {
  expect((await readHistory(CHAIN, new Date('2024-05-19T12:00:00Z')))?.days.logs.length).toBe(1);
  expect(await readHistory(CHAIN, new Date('2020-01-01'))).toBeUndefined();
});

it('takes over a file in UTF-16, and refuses one that is no text', async () => {
  const text = Buffer.from('\uFEFFdate\tgwei\r\n2024-05-18\t4\r\n', 'utf16le');
  expect(await importFile(11, text)).toMatchObject({ imported: 1 });
  expect(await importFile(11, Uint8Array.of(0x64, 0x80, 0x81, 0xc3))).toEqual({
    imported: 0,
    errors: [{ line: 1, reason: 'neither UTF-8 nor UTF-16 text' }],
  });
});
