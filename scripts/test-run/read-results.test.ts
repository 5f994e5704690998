import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { failedFiles, readHardhat, readPlaywright, readVitest } from './read-results';
import { add, closingLines, failure, withExitCode, NOTHING } from './totals';

const folder = mkdtempSync(resolve('.data', 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(name: string, content: object): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

/** A file of Vitest's JSON report. */
function vitestFile(name: string, statuses: readonly string[], message = '') {
  return {
    name: resolve(name),
    status: message || statuses.includes('failed') ? 'failed' : 'passed',
    message,
    assertionResults: statuses.map((status, index) => ({
      status,
      fullName: `test ${index}`,
      failureMessages: status === 'failed' ? ['Error: too late\n    at a line'] : [],
    })),
  };
}

describe('totals of Vitest', () => {
  const first = report('first.json', {
    testResults: [
      vitestFile('a.test.ts', ['passed', 'passed', 'pending']),
      vitestFile('b.test.ts', ['passed', 'failed']),
      vitestFile('c.test.ts', [], 'Error: no such module'),
    ],
  });

  it('count what passed and name what failed, also a file that could not be loaded', () => {
    expect(readVitest(first)).toEqual({
      passed: 3,
      failed: 2,
      skipped: 1,
      failures: ['b.test.ts › test 1: Error: too late', 'c.test.ts: Error: no such module'],
      unsteady: [],
    });
    expect(failedFiles(first)).toEqual([resolve('b.test.ts'), resolve('c.test.ts')]);
  });

  it('take a file that was run again by its second run, and name what passed only then', () => {
    const again = report('again.json', {
      testResults: [
        vitestFile('b.test.ts', ['passed', 'passed']),
        vitestFile('c.test.ts', ['failed']),
      ],
    });
    expect(readVitest(first, again)).toEqual({
      passed: 4,
      failed: 1,
      skipped: 1,
      failures: ['c.test.ts › test 0: Error: too late'],
      unsteady: ['b.test.ts › test 1: Error: too late'],
    });
  });

  it('are nothing when it crashed before its report', () => {
    expect(readVitest(join(folder, 'none.json'))).toEqual(NOTHING);
    expect(failedFiles(join(folder, 'none.json'))).toEqual([]);
  });
});

it('totals of Playwright are read from all its suites', () => {
  const spec = (title: string, status: string, ...messages: (string | undefined)[]) => ({
    title,
    file: 'a.spec.ts',
    tests: [
      { status, results: messages.map((message) => (message ? { error: { message } } : {})) },
    ],
  });
  const file = report('playwright.json', {
    suites: [
      {
        specs: [spec('logs in', 'expected', undefined), spec('waits', 'skipped')],
        suites: [
          {
            specs: [
              spec(
                'reads',
                'unexpected',
                '\u001b[31mError: no page\u001b[39m\nmore',
                'Error: other',
              ),
              spec('sends', 'flaky', 'Error: late', undefined),
            ],
          },
        ],
      },
    ],
  });
  expect(readPlaywright(file)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    failures: ['a.spec.ts › reads: Error: no page'],
    unsteady: ['a.spec.ts › sends: Error: late'],
  });
  expect(readPlaywright(join(folder, 'none.json'))).toEqual(NOTHING);
});

it('totals of Hardhat are read from its output', () => {
  const output =
    '  ✔ counts 9 passing things\n\n131 passing (14 solidity, 117 nodejs)\n1 failing\n\n  1) ReportRegistry reverts\n     AssertionError\n';
  expect(readHardhat(output)).toEqual({
    ...NOTHING,
    passed: 131,
    failed: 1,
    failures: ['contracts › ReportRegistry reverts'],
  });
  expect(readHardhat('Error: HHE27')).toEqual(NOTHING);
});

describe('a run', () => {
  const passed = (count: number) => ({ ...NOTHING, passed: count });

  it('counts a crash, and a run of nothing, as a failure', () => {
    expect(withExitCode(NOTHING, 0, 'Vitest').failed).toBe(1);
    expect(withExitCode(passed(3), 1, 'Vitest')).toMatchObject({
      passed: 3,
      failed: 1,
      failures: ['Vitest ended with code 1, without a failed test.'],
    });
    expect(withExitCode({ ...passed(3), failed: 2 }, 1, 'Vitest').failed).toBe(2);
    expect(withExitCode(passed(3), 0, 'Vitest')).toEqual(passed(3));
  });

  it('ends with the names of what failed, and the counts as the last line', () => {
    expect(closingLines(passed(3))).toBe('3 passed, 0 failed');
    const sum = add({ ...passed(1), unsteady: ['b › sends'] }, failure('Lint'));
    expect(closingLines({ ...sum, skipped: 4 }).split('\n')).toEqual([
      'Failed:',
      '  Lint',
      '',
      'Passed only when tried again:',
      '  b › sends',
      '',
      '1 passed, 1 failed, 4 skipped',
    ]);
  });
});
