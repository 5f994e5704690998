import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BLOCK, BlockBuilder, leafHash, nodeHash, pathOf, treeHash } from './merkle-tree';
import { rootByPath } from './root-by-path';

/** The inputs and roots of the reference tests of Certificate Transparency (google/certificate-transparency). */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(`leaf ${index}`));

describe('the tree of RFC 6962', () => {
  it('has the roots of the reference implementation', () => {
    const hashes = INPUTS.map((input) => leafHash(Buffer.from(input, 'hex')));
    expect(ROOTS.map((_, index) => hex(treeHash(hashes.slice(0, index + 1))))).toEqual(ROOTS);
  });

  it('has the paths of the reference implementation', () => {
    const hashes = INPUTS.map((input) => leafHash(Buffer.from(input, 'hex')));
    // Leaf 6 of 8 of the same tests, counted from 1.
    expect(pathOf(5, hashes).map(hex)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
  });

  it('tells leaves and nodes apart', () => {
    const [one, other] = leaves(2);
    if (one === undefined || other === undefined) throw new Error('Two leaves');
    expect(hex(nodeHash(one, other))).not.toBe(hex(leafHash(Buffer.concat([one, other]))));
    expect(hex(leafHash('x'))).toBe(createHash('sha256').update('\0x').digest('hex'));
  });
});

describe('a tree in blocks', () => {
  const sizes = [1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 3, 5 * BLOCK + 77];

  it.each(sizes)('has the root and the paths of the whole one: %i leaves', async (size) => {
    const all = leaves(size);
    const builder = new BlockBuilder();
    for (const leaf of all) builder.add(leaf);
    const blocks = builder.blocks();
    const root = treeHash(all);

    expect(builder.size).toBe(size);
    expect(hex(treeHash(blocks))).toBe(hex(root));
    for (const index of [0, 1, BLOCK - 1, BLOCK, size - 1].filter((one) => one < size)) {
      const block = Math.floor(index / BLOCK);
      const beside = all.slice(block * BLOCK, (block + 1) * BLOCK);
      const path = [...pathOf(index % BLOCK, beside), ...pathOf(block, blocks)];
      expect(path.map(hex)).toEqual(pathOf(index, all).map(hex));
      const leaf = all[index] ?? new Uint8Array();
      expect(await rootByPath(leaf, index, size, path)).toEqual(root);
    }
  });

  it('refuses paths that are too long, too short or of another place', async () => {
    const all = leaves(11);
    const leaf = all[4] ?? new Uint8Array();
    const path = pathOf(4, all);
    const root = treeHash(all);
    expect(await rootByPath(leaf, 4, 11, path)).toEqual(root);
    expect(await rootByPath(leaf, 4, 11, path.slice(1))).toBeNull();
    expect(await rootByPath(leaf, 4, 11, [...path, root])).toBeNull();
    expect(await rootByPath(leaf, 11, 11, path)).toBeNull();
    expect(await rootByPath(leaf, -1, 11, path)).toBeNull();
    expect(await rootByPath(leaf, 5, 11, path)).not.toEqual(root);
    expect(await rootByPath(all[3] ?? leaf, 4, 11, path)).not.toEqual(root);
  });
});
