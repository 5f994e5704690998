import { z } from 'zod';
import type { RawFinding } from '../finding';
import { placeAt, type Target } from '../target';
import { externalTool, severityFrom } from './external-tool';

/** Slither's detectors that stand for a weakness. */
const WEAKNESSES: Readonly<Record<string, number>> = {
  'arbitrary-send-eth': 105,
  'controlled-delegatecall': 112,
  'encode-packed-collision': 133,
  'reentrancy-benign': 107,
  'reentrancy-eth': 107,
  'reentrancy-events': 107,
  'reentrancy-no-eth': 107,
  'shadowing-local': 119,
  'shadowing-state': 119,
  'solc-version': 102,
  suicidal: 106,
  timestamp: 116,
  'tx-origin': 115,
  'unchecked-lowlevel': 104,
  'unchecked-send': 104,
  'uninitialized-storage': 109,
  'unused-state': 131,
  'weak-prng': 120,
};

const reportSchema = z.object({
  success: z.boolean(),
  error: z.string().nullable(),
  results: z.object({
    detectors: z
      .array(
        z.object({
          check: z.string(),
          impact: z.string(),
          description: z.string(),
          elements: z.array(
            z.object({
              source_mapping: z.object({
                filename_relative: z.string(),
                lines: z.array(z.number()),
                starting_column: z.number().default(1),
              }),
            }),
          ),
        }),
      )
      .default([]),
  }),
});

/**
 * Reads `slither --json -`, as its documentation ("JSON output") describes it. The first element of a
 * finding is the place to look at.
 * @throws Error with Slither's words when it did not succeed
 */
export function readSlither(json: string, target: Target): RawFinding[] {
  const { success, error, results } = reportSchema.parse(JSON.parse(json));
  if (!success) throw new Error(error ?? 'Slither did not succeed');
  return results.detectors.map(({ check, impact, description, elements }) => {
    const where = elements[0]?.source_mapping;
    const place =
      where && placeAt(target, where.filename_relative, where.lines[0] ?? 1, where.starting_column);
    const swc = WEAKNESSES[check];
    return {
      rule: `slither/${check}`,
      severity: severityFrom(impact),
      message: description.trim(),
      ...(place && { place }),
      ...(swc !== undefined && { swc }),
    };
  });
}

/** Slither, where it is installed. */
export const slither = externalTool({
  name: 'slither',
  title: 'Slither',
  program: 'slither',
  from: 'pip install slither-analyzer',
  runs: (target) =>
    [...target.files.keys()].map((file) => [
      file,
      '--json=-',
      '--solc-remaps=@openzeppelin/=node_modules/@openzeppelin/',
      '--filter-paths=node_modules',
    ]),
  // Its exit code tells whether it found anything; its JSON, whether it ran.
  succeeded: ({ stdout }) => stdout.trimStart().startsWith('{'),
  read: readSlither,
});
