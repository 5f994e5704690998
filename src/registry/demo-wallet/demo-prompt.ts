import { ProviderError } from './provider-error';

/** What the wallet asks the person in its own window. */
export type DemoPrompt =
  | { kind: 'connect' }
  | { kind: 'switch'; add: boolean }
  | { kind: 'sign'; text: string; foreignDomain: string | null }
  | { kind: 'sign-data'; text: string }
  | { kind: 'transaction'; call: DemoCall };

/** A transaction as the page asked for it. */
export interface DemoCall {
  to: string;
  data: string;
  value: bigint;
}

/** A question that waits for an answer. */
export interface OpenPrompt {
  prompt: DemoPrompt;
  answer: (confirmed: boolean) => void;
}

let open: OpenPrompt | null = null;
const listeners = new Set<() => void>();

/** The question that is open now. */
export function openPrompt(): OpenPrompt | null {
  return open;
}

/** Subscribes to questions. */
export function onPrompt(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Asks the person; one question at a time.
 * @throws ProviderError -32002 while another question is open, 4001 when the person declines
 */
export async function askPerson(prompt: DemoPrompt): Promise<void> {
  if (open !== null) throw new ProviderError(-32002, 'Another request is open in the demo wallet.');
  const confirmed = await new Promise<boolean>((answer) => show({ prompt, answer }));
  show(null);
  if (!confirmed) throw new ProviderError(4001, 'Declined in the demo wallet.');
}

function show(next: OpenPrompt | null): void {
  open = next;
  for (const listener of listeners) listener();
}
