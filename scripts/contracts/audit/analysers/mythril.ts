import { z } from 'zod';
import type { RawFinding } from '../finding';
import { placeAt, type Target } from '../target';
import { externalTool, severityFrom } from './external-tool';

const reportSchema = z.object({
  success: z.boolean(),
  error: z.string().nullable(),
  issues: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      severity: z.string(),
      'swc-id': z.string(),
      filename: z.string().optional(),
      lineno: z.number().optional(),
    }),
  ),
});

/**
 * Reads `myth analyze -o json` (0.24), whose issues bear their own SWC number.
 * @throws Error with Mythril's words when it did not succeed
 */
export function readMythril(json: string, target: Target): RawFinding[] {
  const { success, error, issues } = reportSchema.parse(JSON.parse(json));
  if (!success) throw new Error(error ?? 'Mythril did not succeed');
  return issues.map(({ title, description, severity, filename, lineno, ...issue }) => {
    const place =
      filename !== undefined && lineno !== undefined
        ? placeAt(target, filename, lineno, 1)
        : undefined;
    const swc = Number(issue['swc-id'].replace('SWC-', ''));
    return {
      rule: `mythril/${title.toLowerCase().replaceAll(' ', '-')}`,
      severity: severityFrom(severity),
      message: description.trim(),
      ...(place && { place }),
      ...(Number.isInteger(swc) && swc > 0 && { swc }),
    };
  });
}

/** Mythril, where it is installed. */
export const mythril = externalTool({
  name: 'mythril',
  title: 'Mythril',
  program: 'myth',
  from: 'pip install mythril',
  runs: (target) =>
    [...target.files.keys()].map((file) => [
      'analyze',
      file,
      '-o',
      'json',
      '--execution-timeout',
      '300',
    ]),
  // Its exit code tells whether it found anything; its JSON, whether it ran.
  succeeded: ({ stdout }) => stdout.trimStart().startsWith('{'),
  read: readMythril,
});
