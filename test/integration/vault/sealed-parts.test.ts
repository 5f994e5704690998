import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newDataKey } from '@/vault/data-key';
import { deleteObject, getObject, listNames, putObject } from '@/vault/object-store';
import { deleteUnder, openParts, sealParts } from '@/vault/sealed-parts';
import { collect } from '../../support/collect';

const PART = 1_000;

async function* inChunks(bytes: Uint8Array, length: number) {
  for (let at = 0; at < bytes.length; at += length) {
    yield await Promise.resolve(bytes.subarray(at, at + length));
  }
}

async function sealed(bytes: Uint8Array, chunk = 300) {
  const file = { name: `parts/${randomBytes(8).toString('hex')}`, key: newDataKey() };
  const stored = await sealParts(file, inChunks(bytes, chunk), PART);
  return { file, ...stored };
}

async function opened(file: Parameters<typeof openParts>[0], parts: number): Promise<Buffer> {
  return Buffer.concat(await collect(openParts(file, parts)));
}

it.each([
  [0, 1],
  [1, 1],
  [PART, 1],
  [PART + 1, 2],
  [3 * PART, 3],
])('opens a file of %i bytes, sealed in %i parts', async (length, expected) => {
  const bytes = randomBytes(length);
  const { file, parts, bytes: noted } = await sealed(bytes);
  expect([parts, noted]).toEqual([expected, length]);
  expect(await opened(file, parts)).toEqual(bytes);
});

it('refuses parts that were left out, exchanged, lost or cut off at the end', async () => {
  const { file, parts } = await sealed(randomBytes(2 * PART + 5));
  const altered = { code: 'object-altered' };
  await expect(opened(file, parts - 1)).rejects.toMatchObject(altered);
  const [first, second] = [await getObject(`${file.name}/1`), await getObject(`${file.name}/2`)];
  await putObject(`${file.name}/1`, second ?? new Uint8Array());
  await expect(opened(file, parts)).rejects.toMatchObject(altered);
  await putObject(`${file.name}/1`, first ?? new Uint8Array());
  await expect(opened({ ...file, key: newDataKey() }, parts)).rejects.toMatchObject(altered);
  await deleteObject(`${file.name}/2`);
  await expect(opened(file, parts)).rejects.toMatchObject(altered);
});

it('deletes what stands under a name, and nothing else', async () => {
  const one = await sealed(randomBytes(5));
  const other = await sealed(randomBytes(5));
  expect(await deleteUnder(`${one.file.name}/`)).toBe(1);
  expect(await collect(listNames(one.file.name))).toEqual([]);
  expect(await collect(listNames(other.file.name))).toHaveLength(1);
});

it('lists more names than the store gives at once', async () => {
  const names = Array.from({ length: 1_001 }, (_, place) => `many/${place}`);
  while (names.length > 0) {
    await Promise.all(names.splice(0, 50).map((name) => putObject(name, new Uint8Array(1))));
  }
  expect(await collect(listNames('many/'))).toHaveLength(1_001);
});
