import { z } from 'zod';
import type { RawFinding } from '../finding';
import { externalTool } from './external-tool';

const reportSchema = z.object({
  success: z.boolean(),
  error: z.string().nullable(),
  tests: z.array(
    z.object({
      name: z.string(),
      status: z.enum(['fuzzing', 'shrinking', 'solved', 'passed', 'error']),
      error: z.string().nullable(),
      transactions: z.array(z.object({ function: z.string() })).nullable(),
    }),
  ),
});

/**
 * Reads `echidna --format json`, as `lib/Echidna/Output/JSON.hs` writes it. A solved test is a broken
 * promise, with the calls that break it.
 * @throws Error with Echidna's words when it did not succeed
 */
export function readEchidna(json: string): RawFinding[] {
  const { success, error, tests } = reportSchema.parse(JSON.parse(json));
  if (!success) throw new Error(error ?? 'Echidna did not succeed');
  return tests
    .filter(({ status }) => status === 'solved' || status === 'shrinking' || status === 'error')
    .map(({ name, error: why, transactions }) => {
      const calls = (transactions ?? []).map((transaction) => transaction.function).join(', ');
      return {
        rule: 'echidna/property',
        severity: 'error',
        message: `${name} does not hold${calls === '' ? '' : ` after ${calls}`}${why === null ? '' : `: ${why}`}`,
        // SWC-123: a requirement that is violated.
        swc: 123,
      };
    });
}

/** Echidna, where it is installed; it needs contracts with `echidna_` properties or assertions. */
export const echidna = externalTool({
  name: 'echidna',
  title: 'Echidna',
  program: 'echidna',
  from: 'a release of github.com/crytic/echidna',
  runs: (target) =>
    [...target.files.keys()].map((file) => [
      file,
      '--format=json',
      '--test-mode=assertion',
      '--test-limit=20000',
      '--crytic-args=--solc-remaps @openzeppelin/=node_modules/@openzeppelin/',
    ]),
  // Its exit code tells whether it found anything; its JSON, whether it ran.
  succeeded: ({ stdout }) => stdout.trimStart().startsWith('{'),
  read: readEchidna,
});
