import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Analyser } from '../analyser';
import type { RawFinding } from '../finding';
import { lastWords, runProgram } from '../run-program';
import { placeAt, type Target } from '../target';

const CONFIG = join(import.meta.dirname, 'solhint-rules.json');
const require = createRequire(import.meta.url);

/** Solhint's rules about safety, with their weakness. All others speak of style, words and gas: notes. */
const WEAKNESSES: Readonly<Record<string, number | undefined>> = {
  'avoid-call-value': 104,
  'avoid-low-level-calls': 104,
  'avoid-sha3': 111,
  'avoid-suicide': 106,
  'avoid-throw': 111,
  'avoid-tx-origin': 115,
  'check-send-result': 104,
  'compiler-version': 103,
  'constructor-syntax': 118,
  'func-visibility': 100,
  'multiple-sends': 113,
  'no-complex-fallback': undefined,
  'no-immutable-before-declaration': undefined,
  'no-inline-assembly': undefined,
  'no-unchecked-calls': 104,
  'no-unused-vars': 131,
  'not-rely-on-block-hash': 120,
  'not-rely-on-time': 116,
  'payable-fallback': undefined,
  reentrancy: 107,
  'state-visibility': 108,
};

const entrySchema = z.object({
  line: z.number(),
  column: z.number(),
  severity: z.enum(['Error', 'Warning']),
  message: z.string(),
  ruleId: z.string().default('parse-error'),
  filePath: z.string(),
});

/** Its JSON: the complaints, then one object with the conclusion. */
const reportSchema = z.array(z.union([entrySchema, z.object({ conclusion: z.string() })]));

/**
 * Reads `solhint -f json` (6.2).
 * @throws when it is something else
 */
export function readSolhint(json: string, target: Target): RawFinding[] {
  return reportSchema.parse(JSON.parse(json === '' ? '[]' : json)).flatMap((entry) => {
    if ('conclusion' in entry) return [];
    const { ruleId, severity, message, filePath, line, column } = entry;
    const place = placeAt(target, filePath, line, column);
    const swc = WEAKNESSES[ruleId];
    const isNote = ruleId !== 'parse-error' && !(ruleId in WEAKNESSES);
    const level = severity === 'Error' ? 'error' : 'warning';
    return {
      rule: `solhint/${ruleId}`,
      severity: isNote ? 'note' : level,
      message,
      ...(place && { place }),
      ...(swc !== undefined && { swc }),
    };
  });
}

/** solhint: a linter with rules about safety. */
export const solhint: Analyser = {
  name: 'solhint',
  title: 'solhint',
  run: async (target) => {
    const manifest = require.resolve('solhint/package.json');
    const result = await runProgram(process.execPath, [
      join(dirname(manifest), 'solhint.js'),
      // It would ask the internet for a newer version of itself.
      '--disc',
      '--noPoster',
      '--formatter=json',
      `--config=${CONFIG}`,
      ...target.files.keys(),
    ]);
    // 1: it found errors. 255: it could not run.
    if (result.code > 1) return { status: 'failed', why: lastWords(result) };
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(manifest, 'utf8')));
    return { status: 'done', findings: readSolhint(result.stdout, target), version };
  },
};
