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
}

/** A page waits. The repetition is for a connection that broke while it was idle, not for a slow store. */
const FOR_A_PERSON: Patience = {
  rpcMs: 5_000,
  databaseMs: 20_000,
  storeMs: 5_000,
  storeAttempts: 2,
};
/** Shorter than the lease of an outbox job. */
const FOR_A_WORKER: Patience = {
  rpcMs: 10_000,
  databaseMs: 600_000,
  storeMs: 30_000,
  storeAttempts: 4,
};

let isBackground = false;

/** Tells this process that nobody waits for it: the worker, or a command. Before the first call. */
export function runInBackground(): void {
  isBackground = true;
}

/** Whether nobody waits for what this process does. */
export function inBackground(): boolean {
  return isBackground;
}

/** How patient this process is with outside services. */
export function patience(): Patience {
  return isBackground ? FOR_A_WORKER : FOR_A_PERSON;
}
