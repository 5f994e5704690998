import { hash } from 'node:crypto';

/** Leaves of one block: the tree's complete subtrees of this size are kept, and paths are made from them. */
export const BLOCK = 64;

type Hash = Uint8Array<ArrayBuffer>;

/** The hash of a leaf (RFC 6962, 2.1): SHA-256 over a zero byte and its data. */
export function leafHash(data: string | Uint8Array): Hash {
  return digest(Uint8Array.of(0), typeof data === 'string' ? Buffer.from(data) : data);
}

/** The hash of a node (RFC 6962, 2.1): SHA-256 over a one byte and its two children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Hash {
  return digest(Uint8Array.of(1), left, right);
}

/**
 * Merkle tree hash over leaf hashes, or over the hashes of complete subtrees of one size and of the rest.
 * @param hashes at least one
 */
export function treeHash(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) throw new Error('A tree has at least one leaf');
  if (hashes.length === 1) return first;
  const middle = splitAt(hashes.length);
  return nodeHash(treeHash(hashes.slice(0, middle)), treeHash(hashes.slice(middle)));
}

/**
 * The path from a leaf to the root (RFC 6962, 2.1.1): the hashes beside it, from the leaf upwards.
 * @param index from 0
 */
export function pathOf(index: number, hashes: readonly Hash[]): Hash[] {
  if (hashes.length <= 1) return [];
  const middle = splitAt(hashes.length);
  const [left, right] = [hashes.slice(0, middle), hashes.slice(middle)];
  return index < middle
    ? [...pathOf(index, left), treeHash(right)]
    : [...pathOf(index - middle, right), treeHash(left)];
}

/** Collects leaves into blocks, so that a tree of any size is built in little memory. */
export class BlockBuilder {
  /** The blocks that are complete. */
  readonly #blocks: Hash[] = [];
  #leaves: Hash[] = [];
  /** Leaves so far. */
  size = 0;

  /** Adds the next leaf. */
  add(leaf: Hash): void {
    this.#leaves.push(leaf);
    this.size += 1;
    if (this.#leaves.length < BLOCK) return;
    this.#blocks.push(treeHash(this.#leaves));
    this.#leaves = [];
  }

  /** The hashes of all blocks, the last of which may hold fewer leaves. `treeHash` of them is the root. */
  blocks(): Hash[] {
    return this.#leaves.length === 0 ? this.#blocks : [...this.#blocks, treeHash(this.#leaves)];
  }
}

/** The largest power of two below a number: where RFC 6962 splits a list. */
function splitAt(length: number): number {
  return 2 ** Math.floor(Math.log2(length - 1));
}

function digest(...parts: Uint8Array[]): Hash {
  return Uint8Array.from(hash('sha256', Buffer.concat(parts), 'buffer'));
}
