import { MINUTE_MS, SECOND_MS } from './durations';

/** How long a call to an outside service may take. */
interface Patience {
  /** One JSON-RPC call, milliseconds. */
  rpcMs: number;
  /** Silence of the database during one statement, milliseconds. */
  databaseMs: number;
  /** One call to the object store with its repetitions, milliseconds. */
  storeMs: number;
  /** How often the object store is tried. */
  storeAttempts: number;
  /** One PDF, with the wait for a thread, milliseconds: far more than any takes. A thread that hangs is ended. */
  renderMs: number;
}

/** A page waits. The repetition is for a connection that broke while it was idle, not for a slow store. */
const FOR_A_PERSON: Patience = {
  rpcMs: 5_000,
  databaseMs: 20_000,
  storeMs: 5_000,
  storeAttempts: 2,
  renderMs: MINUTE_MS,
};
/** Each shorter than the lease of an outbox job: a second worker must not run what the first still waits for. */
const FOR_A_WORKER: Patience = {
  rpcMs: 10_000,
  databaseMs: MINUTE_MS,
  storeMs: 30 * SECOND_MS,
  storeAttempts: 4,
  renderMs: MINUTE_MS,
};
/** A command at a terminal has no lease, reads or writes whole tables, and may run on a machine that is busy. */
const FOR_A_COMMAND: Patience = {
  ...FOR_A_WORKER,
  databaseMs: 10 * MINUTE_MS,
  renderMs: 10 * MINUTE_MS,
};

let chosen = FOR_A_PERSON;

/** Makes this process as patient as a worker. Call it before the first call of a service. */
export function waitAsWorker(): void {
  chosen = FOR_A_WORKER;
}

/** Makes this process as patient as a command at a terminal. Call it before the first call of a service. */
export function waitAsCommand(): void {
  chosen = FOR_A_COMMAND;
}

/** Whether no person waits at a page for what this process does. */
export function inBackground(): boolean {
  return chosen !== FOR_A_PERSON;
}

/** How patient this process is with outside services. */
export function patience(): Patience {
  return chosen;
}
