import type { RawFinding } from './finding';
import type { Target } from './target';

/** How an analyser ended when it has no findings to tell. */
type Silent =
  /** Its program is not on this machine. */
  | { status: 'not installed'; remedy: string }
  /** It has nothing to say of this target. */
  | { status: 'not applicable'; why: string }
  /** It crashed, ran out of time, or said what nobody can read: nothing is known. */
  | { status: 'failed'; why: string };

/** What a run that can be relied on tells beside its findings. */
interface Done {
  status: 'done';
  version?: string;
  facts?: readonly string[];
}

/** How an analyser's run ended. */
export type Outcome = (Done & { findings: readonly RawFinding[] }) | Silent;

/** One analyser, whatever runs behind it. */
export interface Analyser {
  /** As in `--only`, and the first part of its rules' names. */
  name: string;
  title: string;
  /**
   * Analyses; what goes wrong may also be thrown, and counts as failed.
   * @param target the contracts in question
   */
  run: (target: Target) => Promise<Outcome>;
}

/** What an analyser did, and how long it took. */
export type ToolRun = { tool: string; title: string; seconds: number } & (
  (Done & { found: number }) | Silent
);
