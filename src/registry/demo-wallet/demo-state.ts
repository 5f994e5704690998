import { z } from 'zod';
import { DEMO_ACCOUNTS } from './demo-accounts';

const stateSchema = z.object({
  /** Place in DEMO_ACCOUNTS. */
  account: z
    .number()
    .int()
    .min(0)
    .max(DEMO_ACCOUNTS.length - 1),
  /** The network that the wallet pretends to be on. */
  network: z.enum(['home', 'elsewhere']),
  /** Whether the demo chain was added to the wallet; if not, it must be added before switching. */
  knowsHome: z.boolean(),
  /** Whether the account is shared with this site. */
  connected: z.boolean(),
});

/** What the demo wallet remembers in this browser. */
export type DemoState = z.infer<typeof stateSchema>;

const KEY = 'medanchor.demo-wallet';
const FRESH: DemoState = { account: 0, network: 'home', knowsHome: true, connected: false };

let state: DemoState | undefined;
const listeners = new Set<(state: DemoState) => void>();

/** The wallet's memory; the same object until it changes. */
export function demoState(): DemoState {
  state ??= load();
  return state;
}

/** Changes and keeps the wallet's memory. */
export function changeDemoState(change: Partial<DemoState>): void {
  state = { ...demoState(), ...change };
  localStorage.setItem(KEY, JSON.stringify(state));
  for (const listener of listeners) listener(state);
}

/** Subscribes to changes. */
export function onDemoState(listener: (state: DemoState) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function load(): DemoState {
  try {
    return stateSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return FRESH;
  }
}
