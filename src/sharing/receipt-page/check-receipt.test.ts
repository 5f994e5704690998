import { expect, it } from 'vitest';
import { trailAnchorInterface } from '@/audit/days/read-day-root';
import { leafHash, pathOf, treeHash } from '@/audit/days/merkle-tree';
import type { TrailReceipt } from '@/audit/days/receipt-schema';
import { checkReceipt, ROOT_OF } from './check-receipt';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leafOf = (action: string) =>
  JSON.stringify({
    shard: 3,
    sequence: '17',
    at: '2026-11-27T10:00:00.000Z',
    action,
    actorKind: 'GUEST',
    actorId: 'a',
    reportId: null,
    subjectId: null,
    details: {},
    salt: '00'.repeat(32),
  });
const leaves = ['report.approved', 'report.opened', 'report.anchored'].map(leafOf);
const hashes = leaves.map((leaf) => leafHash(leaf));
const root = hex(treeHash(hashes));
const receipt: TrailReceipt = {
  kind: 'medanchor-trail-receipt',
  version: 1,
  leaf: leaves[1] ?? '',
  date: '2026-11-27',
  day: 20_784,
  index: 1,
  size: 3,
  path: pathOf(1, hashes).map(hex),
  root,
  chain: { id: 1, name: 'Ethereum', contract: '0x', transaction: null },
};
const check = (changes: object, answer = root) =>
  checkReceipt(JSON.stringify({ ...receipt, ...changes }), () => Promise.resolve(answer));

it('asks the contract by the selector of its interface', () => {
  expect(ROOT_OF).toBe(trailAnchorInterface.getFunction('rootOf')?.selector);
});

it('accepts a genuine receipt, whatever root it names itself', async () => {
  expect(await check({})).toMatchObject({
    outcome: 'genuine',
    event: { action: 'report.opened', sequence: '17' },
  });
  expect(await check({ root: '11'.repeat(32) })).toMatchObject({ outcome: 'genuine' });
});

it.each([
  ['another event', { leaf: leafOf('report.rejected') }],
  ['another place', { index: 0 }],
  ['another path', { path: [...receipt.path].reverse() }],
  ['a shorter path', { path: receipt.path.slice(1) }],
  ['another date', { date: '2026-11-26' }],
])('refuses one with %s', async (_, changes) => {
  expect(await check(changes)).toEqual({ outcome: 'altered' });
});

it('refuses a genuine one against the root of another day, and none without a root', async () => {
  expect(await check({}, '11'.repeat(32))).toEqual({ outcome: 'altered' });
  expect(await check({}, '00'.repeat(32))).toEqual({ outcome: 'not-anchored' });
});

it.each(['', '{}', 'no JSON', '[]'])('does not read %j as a receipt', async (text) => {
  expect(await checkReceipt(text, () => Promise.resolve(root))).toEqual({ outcome: 'unreadable' });
});
