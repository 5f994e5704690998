/**
 * Stands in for `node:test` while mutants run: the test files are loaded once, and their tests
 * then run again and again, each time against another mutant.
 */

/** A test with its whole name. */
export interface CollectedTest {
  name: string;
  file: string;
  run: () => unknown;
}

const tests: CollectedTest[] = [];
let groups: string[] = [];
let file = '';

/** The tests of the files that were loaded. */
export const collectedTests: readonly CollectedTest[] = tests;

/** The tests that are registered from now on are of this file. */
export function collectFrom(name: string): void {
  file = name;
}

/** As node:test's. */
export function describe(name: string, register: () => void): void {
  groups.push(name);
  register();
  groups = groups.slice(0, -1);
}

/** As node:test's. */
export function test(name: string, run: () => unknown): void {
  tests.push({ name: [...groups, name].join(' '), file, run });
}
