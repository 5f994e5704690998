import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHardhat, readPlaywright, readVitest } from './read-results';
import { add, closingLine, withExitCode, NOTHING } from './totals';

describe('totals', () => {
  it('are read from each runner', () => {
    const folder = mkdtempSync(resolve('.data', 'results-'));
    const file = join(folder, 'report.json');
    const report = (content: object) => writeFileSync(file, JSON.stringify(content));
    const counts = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 };
    report(counts);
    expect(readVitest(file)).toEqual({ passed: 7, failed: 2, skipped: 2 });
    report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 } });
    expect(readPlaywright(file)).toEqual({ passed: 5, failed: 2, skipped: 3 });
    rmSync(folder, { recursive: true });
    expect(readVitest(file)).toEqual(NOTHING);

    const failing =
      '  ✔ counts 9 passing things\n\n131 passing (14 solidity, 117 nodejs)\n1 failing\n';
    expect(readHardhat(failing)).toEqual({ passed: 131, failed: 1, skipped: 0 });
    expect(readHardhat('Error: HHE27')).toEqual(NOTHING);
  });

  it('count a crash, and a run of nothing, as a failure', () => {
    expect(withExitCode(NOTHING, 0).failed).toBe(1);
    expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(withExitCode({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(withExitCode({ passed: 3, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it('end in one line', () => {
    const sum = add({ passed: 1, failed: 0, skipped: 0 }, { passed: 2, failed: 1, skipped: 0 });
    expect(closingLine(sum)).toBe('3 passed, 1 failed');
    expect(closingLine({ ...sum, skipped: 4 })).toBe('3 passed, 1 failed, 4 skipped');
  });
});
