import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Analyser } from '../analyser';
import type { RawFinding } from '../finding';
import { lastWords, runProgram } from '../run-program';
import { placeAt, type Target } from '../target';

const FOLDER = resolve('.data/audit/forge');
const require = createRequire(import.meta.url);

/** Forge's lints that stand for a weakness. Those about style and gas come as notes anyway. */
const WEAKNESSES: Readonly<Record<string, number>> = {
  'block-timestamp': 116,
  'divide-before-multiply': 101,
  'encode-packed-collision': 133,
  'erc20-unchecked-transfer': 104,
  'incorrect-shift': 129,
  'unchecked-call': 104,
  'unsafe-typecast': 101,
};

const diagnosticSchema = z.object({
  message: z.string(),
  code: z.object({ code: z.string() }).nullable(),
  level: z.string(),
  spans: z.array(
    z.object({ file_name: z.string(), line_start: z.number(), column_start: z.number() }),
  ),
});

/**
 * Reads `forge lint --json` (1.7): a diagnostic a line, in rustc's form.
 * @throws when a line is something else
 */
export function readForgeLint(lines: string, target: Target): RawFinding[] {
  return lines
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => {
      const { message, code, level, spans } = diagnosticSchema.parse(JSON.parse(line));
      const [span] = spans;
      const place = span && placeAt(target, span.file_name, span.line_start, span.column_start);
      const swc = WEAKNESSES[code?.code ?? ''];
      const known = level === 'error' || level === 'warning';
      return {
        rule: `forge-lint/${code?.code ?? 'none'}`,
        severity: known ? level : 'note',
        message,
        ...(place && { place }),
        ...(swc !== undefined && { swc }),
      };
    });
}

/** The npm package wraps the real program; undefined where there is no build for this machine. */
function forgeProgram(): string | undefined {
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch;
  try {
    const wrapper = createRequire(require.resolve('@foundry-rs/forge/package.json'));
    const build = `@foundry-rs/forge-${process.platform}-${cpu}/package.json`;
    return join(dirname(wrapper.resolve(build)), 'bin', 'forge');
  } catch {
    return undefined;
  }
}

/** Forge asks for a compiler that it can start; this one is npm's solc behind the same door. */
function compilerProgram(): string {
  mkdirSync(FOLDER, { recursive: true });
  const program = join(FOLDER, 'solc');
  const script = join(import.meta.dirname, '../solc-program.mjs');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

/** forge lint: Foundry's linter, from npm. */
export const forgeLint: Analyser = {
  name: 'forge-lint',
  title: 'forge lint',
  run: async (target) => {
    const forge = forgeProgram();
    if (forge === undefined) {
      return { status: 'not installed', remedy: 'Foundry has no build for this machine on npm.' };
    }
    const severities = ['high', 'med', 'low', 'info', 'gas', 'code-size'];
    const result = await runProgram(
      forge,
      [
        'lint',
        `--root=${process.cwd()}`,
        `--use=${compilerProgram()}`,
        '--offline',
        '--no-cache',
        '--json',
        ...severities.map((severity) => `--severity=${severity}`),
        '--',
        ...target.files.keys(),
      ],
      { environment: { FOUNDRY_OUT: join(FOLDER, 'out'), FOUNDRY_LINT_LINT_ON_BUILD: 'false' } },
    );
    if (result.code !== 0) return { status: 'failed', why: lastWords(result) };
    const { stdout } = await runProgram(forge, ['--version']);
    const findings = readForgeLint(result.stderr + result.stdout, target);
    return { status: 'done', findings, version: /[\d.]+/.exec(stdout)?.[0] ?? 'unknown' };
  },
};
