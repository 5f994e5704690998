import { expect, it } from 'vitest';
import { packPermission } from '@/registry/contract/pack-permission';
import { permissionEnds } from './permission-ends';

const tag = new Uint8Array(27).fill(7);
const key = `0x${'07'.repeat(27)}`;
const sooner = new Date('2030-01-01T00:00:00Z');
const later = new Date('2031-01-01T00:00:00Z');

it('reads who is in a list, and until when', () => {
  const other = new Uint8Array(27).fill(9);
  const ends = permissionEnds([packPermission(tag, sooner), packPermission(other, null)]);
  expect(ends).toEqual(
    new Map([
      [key, sooner],
      [`0x${'09'.repeat(27)}`, null],
    ]),
  );
});

it.each([
  [[sooner, later], later],
  [[later, sooner], later],
  [[null, later], null],
  [[later, null], null],
])('counts the latest end of a tag that is there twice: %j', (expiries, end) => {
  const words = expiries.map((expiresAt) => packPermission(tag, expiresAt));
  expect(permissionEnds(words).get(key)).toEqual(end);
});
