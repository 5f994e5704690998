import type { RawFinding } from './finding';
import type { Target } from './target';

/** How an analyser's run ended. `passed` and `found` are runs that can be relied on. */
export type Outcome =
  | { status: 'done'; findings: readonly RawFinding[]; version?: string; facts?: readonly string[] }
  /** Its program is not on this machine. */
  | { status: 'not installed'; remedy: string }
  /** It has nothing to say of this target. */
  | { status: 'not applicable'; why: string }
  /** It crashed, ran out of time, or said what nobody can read: nothing is known. */
  | { status: 'failed'; why: string };

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
export type ToolRun = Outcome & { tool: string; title: string; seconds: number };
