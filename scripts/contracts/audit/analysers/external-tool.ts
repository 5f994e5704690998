import { findProgram } from '../../../provision/installed-program';
import type { Analyser } from '../analyser';
import type { RawFinding, Severity } from '../finding';
import { lastWords, type ProgramResult, runProgram } from '../run-program';
import type { Target } from '../target';

/** An analyser that neither npm nor Debian has. */
interface ExternalTool {
  name: string;
  title: string;
  /** What it is called on PATH. */
  program: string;
  /** Where a person gets it. */
  from: string;
  /** Each a run of its own. */
  runs: (target: Target) => readonly (readonly string[])[];
  /** Its own words for a run that went well; else the exit code must be 0. */
  succeeded?: (result: ProgramResult) => boolean;
  /** @throws when the output is not in the form that it should be */
  read: (output: string, target: Target) => RawFinding[];
  /** For a tool that writes a file: its content after the run. */
  output?: (result: ProgramResult) => string;
}

/** An analyser that is used where it is on PATH, and said to be missing where it is not. */
export function externalTool(tool: ExternalTool): Analyser {
  const { name, title, program, read } = tool;
  const output = tool.output ?? (({ stdout }: ProgramResult) => stdout);
  const succeeded = tool.succeeded ?? (({ code }: ProgramResult) => code === 0);
  return {
    name,
    title,
    run: async (target) => {
      const path = findProgram([program]);
      if (path === undefined) return { status: 'not installed', remedy: tool.from };
      const findings: RawFinding[] = [];
      for (const args of tool.runs(target)) {
        const result = await runProgram(path, args);
        if (!succeeded(result)) return { status: 'failed', why: lastWords(result) };
        findings.push(...read(output(result), target));
      }
      return { status: 'done', findings };
    },
  };
}

/** The words of most tools for how grave something is. */
export function severityFrom(word: string): Severity {
  switch (word.toLowerCase()) {
    case 'high':
    case 'critical':
      return 'error';
    case 'medium':
    case 'low':
      return 'warning';
    default:
      return 'note';
  }
}
