import { globSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Place } from './finding';

const ROOT = resolve(import.meta.dirname, '../../..');

/** The contracts that are looked at. */
export interface Target {
  /** The files, named from the project's folder, with their text. */
  files: ReadonlyMap<string, string>;
  /** Whether these are the contracts of this project, which have tests, a gas bench, a model. */
  ours: boolean;
}

/** All contracts of this project. */
export function ourContracts(): Target {
  return { files: readAll(globSync('contracts/**/*.sol', { cwd: ROOT }).sort()), ours: true };
}

/**
 * One contract from elsewhere. Its imports are looked for in the project's folder and node_modules.
 * @throws Error when there is no such file
 */
export function contractIn(file: string): Target {
  return { files: readAll([relative(ROOT, resolve(file))]), ours: false };
}

function readAll(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, readFileSync(resolve(ROOT, file), 'utf8')]));
}

/**
 * A place from a line and column.
 * @returns undefined when the file is none of the target's, or has no such line
 */
export function placeAt(
  target: Target,
  file: string,
  line: number,
  column: number,
): Place | undefined {
  const name = relative(ROOT, resolve(ROOT, file));
  const code = target.files.get(name)?.split('\n')[line - 1];
  return code === undefined ? undefined : { file: name, line, column, code: code.trim() };
}

/** A place from an offset in bytes, as solc counts. */
export function placeAtByte(target: Target, file: string, offset: number): Place | undefined {
  const text = target.files.get(file);
  if (text === undefined) return undefined;
  const before = Buffer.from(text).subarray(0, offset).toString().split('\n');
  return placeAt(target, file, before.length, (before.at(-1) ?? '').length + 1);
}
