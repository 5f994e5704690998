/** How many tests ended how, and which of them did not simply pass. */
export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
  /** The failed tests by name, each with the first line of its reason where the runner reports one. */
  failures: readonly string[];
  /** Tests that failed first and passed when tried again: counted as passed, and named. */
  unsteady: readonly string[];
}

export const NOTHING: Totals = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };

export function add(one: Totals, other: Totals): Totals {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
    unsteady: [...one.unsteady, ...other.unsteady],
  };
}

/** One failure that is no test's: of what could not run at all. */
export function failure(reason: string): Totals {
  return { ...NOTHING, failed: 1, failures: [reason] };
}

/**
 * The totals of a runner with its exit code: a run that failed without a failed test, because it crashed or
 * could not load a file, counts as one failure; so does one that ran nothing.
 * @param runner What the runner is called, to name such a failure.
 */
export function withExitCode(totals: Totals, exitCode: number, runner: string): Totals {
  const silent = totals.failed === 0 && (exitCode !== 0 || totals.passed === 0);
  return silent
    ? add(totals, failure(`${runner} ended with code ${exitCode}, without a failed test.`))
    : totals;
}

/** The counts in one line. */
export function countsOf({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * What ends a run: the failed and the unsteady tests by name, for whoever has only the end of a long output,
 * and the counts as the last line.
 */
export function closingLines(totals: Totals): string {
  const listed = (title: string, names: readonly string[]) =>
    names.length === 0 ? [] : [title, ...names.map((name) => `  ${name}`), ''];
  return [
    ...listed('Failed:', totals.failures),
    ...listed('Passed only when tried again:', totals.unsteady),
    countsOf(totals),
  ].join('\n');
}
