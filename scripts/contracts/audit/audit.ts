import { currentCommit } from '../deploy/current-commit';
import { type Accepted, applyAccepted } from './accepted-findings';
import type { Analyser, Outcome, ToolRun } from './analyser';
import type { RawFinding } from './finding';
import { mergeFindings } from './merge-findings';
import type { AuditReport } from './report/audit-report';
import type { Target } from './target';

/**
 * Runs analysers one after another and makes one report of their findings.
 * @param options.accepted findings that may stay; what no longer occurs of them is reported
 * @param options.onStart called when an analyser begins
 * @param options.onEnd called when it has ended
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
  const tools: ToolRun[] = [];
  const raw: RawFinding[] = [];
  for (const analyser of analysers) {
    options.onStart?.(analyser.title);
    const { run, findings } = await timed(analyser, target);
    options.onEnd?.(run);
    tools.push(run);
    raw.push(...findings);
  }
  const ran = new Set(tools.filter(({ status }) => status === 'done').map(({ tool }) => tool));
  return {
    commit: await currentCommit(),
    files: [...target.files.keys()],
    tools,
    ...applyAccepted(mergeFindings(raw), options.accepted ?? [], ran),
  };
}

async function timed(
  analyser: Analyser,
  target: Target,
): Promise<{ run: ToolRun; findings: readonly RawFinding[] }> {
  const began = performance.now();
  const outcome = await attempt(analyser, target);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const who = { tool: analyser.name, title: analyser.title, seconds };
  if (outcome.status !== 'done') return { run: { ...who, ...outcome }, findings: [] };
  const { findings, ...rest } = outcome;
  return { run: { ...who, ...rest, found: findings.length }, findings };
}

/** A crash is an outcome: it ends neither the others nor in silence. */
async function attempt({ run }: Analyser, target: Target): Promise<Outcome> {
  try {
    return await run(target);
  } catch (error) {
    return { status: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
