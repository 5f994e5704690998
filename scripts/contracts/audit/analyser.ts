import type { RawFinding } from './finding';
import type { Target } from './target';

/** How an analyser ended without findings. */
type Silent =
  /** Its program is not on this machine. */
  | { status: 'not installed'; remedy: string }
  /** It does not apply to this target. */
  | { status: 'not applicable'; why: string }
  /** It crashed, ran out of time, or wrote unreadable output: nothing is known. */
  | { status: 'failed'; why: string };

/** What a reliable run reports beside its findings. */
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
