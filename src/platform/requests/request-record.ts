import { AsyncLocalStorage } from 'node:async_hooks';

/** What is logged of a request: nothing personal. */
export interface RequestRecord {
  /** UUID, also in the answer to a call that failed. */
  id: string;
  /** Who asked, once that is known. */
  actor: 'unknown' | 'anyone' | 'patient' | 'doctor' | 'admin';
}

// The server and the bundle that it serves each load this file: they share one storage.
const shared = globalThis as typeof globalThis & {
  medanchorRequests?: AsyncLocalStorage<RequestRecord>;
};

/** The record of the request that is being answered; where there is none, work is no part of a request. */
export function requestRecords(): AsyncLocalStorage<RequestRecord> {
  shared.medanchorRequests ??= new AsyncLocalStorage<RequestRecord>();
  return shared.medanchorRequests;
}
