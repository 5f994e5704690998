import type { Sentence } from '@/messages/translator';
import { failureSentence } from './failure-sentence';

/** What a page and its wallet are busy with, one after another. */
export type WalletStage = 'account' | 'network' | 'preparing' | 'asking' | 'finishing';

/** Where a step that needs the wallet is. */
export type WalletPhase =
  | { at: 'idle' }
  | { at: WalletStage }
  | { at: 'failed'; sentence: Sentence }
  /** The person no longer waits for the wallet's answer. */
  | { at: 'stopped'; during: WalletStage };

/** Does one part of a task; throws `Stopped` when the person has stopped waiting before it. */
export interface WalletSteps {
  step: <T>(stage: WalletStage, work: () => Promise<T>) => Promise<T>;
  /** The person has stopped waiting, or has left the page: an answer that comes now comes late. */
  isLate: () => boolean;
}

/** Ends a task quietly. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface WalletActivity {
  /** Whose step it is; null before the first one. */
  owner: symbol | null;
  phase: WalletPhase;
}

/**
 * A wallet answers one question at a time, so a page has one activity, whichever of its parts began it. That
 * also makes an old error disappear as soon as another part begins something.
 */
let activity: WalletActivity = { owner: null, phase: { at: 'idle' } };
/** The running task; replaced by the next one, so that a late answer changes nothing on the page. */
let running: object | null = null;
const listeners = new Set<() => void>();

/** What the page and its wallet do now; the same object until it changes. */
export function walletActivity(): WalletActivity {
  return activity;
}

/** Subscribes to changes; returns how to stop. */
export function onWalletActivity(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether something is under way, so that nothing about it may be edited. */
export function isBusy({ at }: WalletPhase): boolean {
  return at !== 'idle' && at !== 'failed' && at !== 'stopped';
}

/** Whether it is the wallet, not our server, that has to answer. */
export function waitsForWallet({ at }: WalletPhase): boolean {
  return at === 'account' || at === 'network' || at === 'asking';
}

/**
 * Runs a task that needs the wallet; does nothing while another one runs. What the task throws becomes the
 * phase `failed`.
 */
export async function runWalletTask(
  owner: symbol,
  work: (steps: WalletSteps) => Promise<void>,
): Promise<void> {
  if (isBusy(activity.phase)) return;
  const task = {};
  running = task;
  const isLate = () => running !== task;
  const show = (phase: WalletPhase) => {
    if (!isLate()) set({ owner, phase });
  };
  show({ at: 'preparing' });
  try {
    await work({
      isLate,
      step: async (stage, act) => {
        if (isLate()) throw new Stopped();
        show({ at: stage });
        return act();
      },
    });
    show({ at: 'idle' });
  } catch (error) {
    if (!(error instanceof Stopped)) show({ at: 'failed', sentence: failureSentence(error) });
  }
}

/** Frees the page although the wallet has not answered. */
export function stopWaiting(owner: symbol): void {
  const { phase } = activity;
  if (activity.owner !== owner || !waitsForWallet(phase)) return;
  running = null;
  set({ owner, phase: { at: 'stopped', during: phase.at as WalletStage } });
}

/** The part of the page that began it is gone. */
export function leaveWallet(owner: symbol): void {
  if (activity.owner !== owner) return;
  running = null;
  set({ owner: null, phase: { at: 'idle' } });
}

function set(next: WalletActivity): void {
  activity = next;
  for (const listener of listeners) listener();
}
