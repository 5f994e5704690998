import { currentCommit } from '../deployment/current-commit';
import { type Accepted, applyAccepted } from './accepted-findings';
import type { Analyser, Outcome, ToolRun } from './analyser';
import type { RawFinding } from './finding';
import { mergeFindings } from './merge-findings';
import type { AuditReport } from './report/audit-report';
import type { Target } from './target';

/**
 * Runs analysers one after another and makes one report of what they say.
 * @param options.accepted findings that may stay; what no longer occurs of them is reported
 * @param options.onStart hears which analyser begins
 * @param options.onEnd hears how it ended
 */
export async function audit(
  target: Target,
  analysers: readonly Analyser[],
  options: {
    accepted?: readonly Accepted[];
    onStart?: (title: string) => void;
    onEnd?: (run: ToolRun) => void;
  } = {},
): Promise<AuditReport> {
  const runs: ToolRun[] = [];
  for (const analyser of analysers) {
    options.onStart?.(analyser.title);
    const run = await timed(analyser, target);
    options.onEnd?.(run);
    runs.push(run);
  }
  const raw = runs.flatMap((run): readonly RawFinding[] => (run.status === 'done' ? run.findings : []));
  const ran = new Set(runs.filter(({ status }) => status === 'done').map(({ tool }) => tool));
  return {
    commit: await currentCommit(),
    files: [...target.files.keys()],
    tools: runs.map(withoutFindings),
    ...applyAccepted(mergeFindings(raw), options.accepted ?? [], ran),
  };
}

async function timed(analyser: Analyser, target: Target): Promise<ToolRun> {
  const began = performance.now();
  const outcome = await attempt(analyser, target);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return { tool: analyser.name, title: analyser.title, seconds, ...outcome };
}

/** A crash is an outcome: it ends neither the others nor in silence. */
async function attempt({ run }: Analyser, target: Target): Promise<Outcome> {
  try {
    return await run(target);
  } catch (error) {
    return { status: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

/** They stand in the report merged, not by tool. */
function withoutFindings(run: ToolRun): Omit<ToolRun, 'findings'> {
  if (run.status !== 'done') return run;
  const { findings, ...rest } = run;
  return { ...rest, found: findings.length } as Omit<ToolRun, 'findings'>;
}
