import type { Node } from '../ast/node';
import { join, type Value } from './value';

/** A write to storage. */
export interface Write {
  node: Node;
  /** What was written to: who chose the key, and whether the caller is the key. */
  slot: Value;
  /** It replaces what was there, rather than adding to it or deleting it. */
  replaces: boolean;
}

/** What is known at one point of a call. A revert later on takes every write back. */
export interface Path {
  variables: Map<number, Value>;
  /** The caller must hold a right, or everything here is reverted. */
  authorised: boolean;
  /** State variables that decided where the call went. */
  consulted: Set<number>;
  /** Writes that nothing has authorised so far. */
  pending: Set<Write>;
  /** All writes. */
  writes: Set<Write>;
}

/** A path's beginning. */
export function newPath(): Path {
  return {
    variables: new Map(),
    authorised: false,
    consulted: new Set(),
    pending: new Set(),
    writes: new Set(),
  };
}

/** The same, to go on alone. */
export function fork(path: Path): Path {
  return {
    variables: new Map(path.variables),
    authorised: path.authorised,
    consulted: new Set(path.consulted),
    pending: new Set(path.pending),
    writes: new Set(path.writes),
  };
}

/** Makes `path` what is known after either of two paths. */
export function merge(path: Path, one: Path, other: Path): void {
  const ids = new Set([...one.variables.keys(), ...other.variables.keys()]);
  become(path, {
    variables: new Map(
      [...ids].map((id) => [id, join([one.variables.get(id), other.variables.get(id)])]),
    ),
    authorised: one.authorised && other.authorised,
    consulted: new Set([...one.consulted, ...other.consulted]),
    pending: new Set([...one.pending, ...other.pending]),
    writes: new Set([...one.writes, ...other.writes]),
  });
}

/** Makes `path` the same as another. */
export function become(path: Path, other: Path): void {
  Object.assign(path, other);
}

/** A call goes on from wherever the called function returned, or fell through its end. */
export function conclude(path: Path, fell: boolean, ended: readonly Path[]): void {
  const [first, ...others] = [...(fell ? [fork(path)] : []), ...ended];
  if (first === undefined) {
    // It always reverts: nothing of this path lasts.
    become(path, { ...newPath(), authorised: true });
    return;
  }
  become(path, first);
  for (const other of others) merge(path, fork(path), other);
}

/** From here back to the beginning, the caller holds a right. */
export function authorise(path: Path): void {
  path.authorised = true;
  path.pending.clear();
}
