import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { add, NOTHING, type Totals } from './totals';

const vitestSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

type VitestFile = z.output<typeof vitestSchema>['testResults'][number];

const playwrightSpecSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })),
    }),
  ),
});

const playwrightSuiteSchema = z.object({
  specs: z.array(playwrightSpecSchema),
  get suites() {
    return z.array(playwrightSuiteSchema).optional();
  },
});

type PlaywrightSuite = z.output<typeof playwrightSuiteSchema>;

/** A test's name with the first line of its reason. */
function named(name: string, reason = ''): string {
  const line = stripVTControlCharacters(reason).split('\n')[0]?.trim();
  return line ? `${name}: ${line}` : name;
}

function totalsOfFile({ name, status, message, assertionResults: tests }: VitestFile): Totals {
  const file = relative('', name);
  const failed = tests.filter((test) => test.status === 'failed');
  const failures = failed.map((test) =>
    named(`${file} › ${test.fullName}`, test.failureMessages?.[0]),
  );
  // A file that could not be loaded, or whose set-up failed, has no failed test.
  if (status === 'failed' && failed.length === 0) failures.push(named(file, message));
  const passed = tests.filter((test) => test.status === 'passed').length;
  return {
    passed,
    failed: failures.length,
    skipped: tests.length - passed - failed.length,
    failures,
    unsteady: [],
  };
}

function readVitestFiles(report: string): VitestFile[] {
  if (!existsSync(report)) return [];
  return vitestSchema.parse(JSON.parse(readFileSync(report, 'utf8'))).testResults;
}

/** Files with a failure in Vitest's JSON report. */
export function failedFiles(report: string): string[] {
  return readVitestFiles(report)
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => name);
}

/**
 * Totals of Vitest's JSON report; nothing when it crashed before it wrote one.
 * @param again Report of a second run of the files that failed: it counts instead of theirs in the first.
 */
export function readVitest(report: string, again?: string): Totals {
  const second = new Map(again ? readVitestFiles(again).map((file) => [file.name, file]) : []);
  return readVitestFiles(report)
    .map((first) => {
      const file = second.get(first.name);
      if (!file) return totalsOfFile(first);
      const totals = totalsOfFile(file);
      return totals.failed > 0 ? totals : { ...totals, unsteady: totalsOfFile(first).failures };
    })
    .reduce(add, NOTHING);
}

function specsOf({ specs, suites = [] }: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** Totals of Playwright's JSON report; nothing when it crashed before it wrote one. */
export function readPlaywright(report: string): Totals {
  if (!existsSync(report)) return NOTHING;
  const { suites } = z
    .object({ suites: z.array(playwrightSuiteSchema) })
    .parse(JSON.parse(readFileSync(report, 'utf8')));
  const tests = suites.flatMap(specsOf).flatMap(({ file, title, tests }) =>
    tests.map(({ status, results }) => ({
      status,
      words: named(`${file} › ${title}`, results.find(({ error }) => error)?.error?.message),
    })),
  );
  const ended = (how: string) => tests.filter(({ status }) => status === how);
  return {
    passed: ended('expected').length + ended('flaky').length,
    failed: ended('unexpected').length,
    skipped: ended('skipped').length,
    failures: ended('unexpected').map(({ words }) => words),
    unsteady: ended('flaky').map(({ words }) => words),
  };
}

/**
 * Totals of Hardhat's output, which has no other form: `132 passing (…)`, `1 failing`, and after that the
 * failures: `1) name`.
 */
export function readHardhat(output: string): Totals {
  const plain = stripVTControlCharacters(output);
  const count = (word: string) =>
    Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'm').exec(plain)?.[1] ?? 0);
  const details = /^\s*\d+ failing\b([\s\S]*)/m.exec(plain)?.[1] ?? '';
  return {
    ...NOTHING,
    passed: count('passing'),
    failed: count('failing'),
    skipped: count('skipped'),
    failures: [...details.matchAll(/^\s*\d+\) (.+)$/gm)].map(
      ([, name = '']) => `contracts › ${name}`,
    ),
  };
}
