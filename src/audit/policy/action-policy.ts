import type { DataAction } from './data-action';
import type { DataClass } from './data-class';

/** Who acts, as seen from the report. */
export const RELATIONS = [
  /** Its patient. */
  'owner',
  /** Its patient, who wished that their own reads of ordinary reports are not logged. */
  'silent-owner',
  /** The doctor who wrote it. */
  'issuer',
  /** A guest whom the patient permitted. */
  'viewer',
  /** A doctor who asked and whom the patient permitted. */
  'requester',
  /** A doctor to whom two administrators opened it in an emergency. */
  'emergency',
  'administrator',
  /** The worker. */
  'system',
  /** A viewer or requester from whom the patient took the permission. */
  'former-viewer',
  /** Anybody else, also one whose time is over. */
  'stranger',
] as const;

/** Who acts, as seen from the report. */
export type Relation = (typeof RELATIONS)[number];

/** What an action leaves: nothing, an event of the trail, or a report of a violation. */
export type Outcome = 'silent' | 'logged' | 'violation';

type Row = Record<DataClass, Outcome>;

const LOGGED: Row = { N: 'logged', R: 'logged', V: 'logged' };
const VIOLATION: Row = { N: 'violation', R: 'violation', V: 'violation' };
/** An address may be mistyped or old: only trying again and again is a violation, but once is enough for the worst. */
const TRIED: Row = { N: 'logged', R: 'logged', V: 'violation' };

const ALL_LOGGED: Record<DataAction, Row> = {
  read: LOGGED,
  write: LOGGED,
  delete: LOGGED,
  duplicate: LOGGED,
  move: LOGGED,
  copy: LOGGED,
};

const READ_ONLY: Record<DataAction, Row> = {
  read: LOGGED,
  write: VIOLATION,
  delete: VIOLATION,
  duplicate: VIOLATION,
  move: VIOLATION,
  copy: LOGGED,
};

const NOTHING_ALLOWED: Record<DataAction, Row> = {
  read: VIOLATION,
  write: VIOLATION,
  delete: VIOLATION,
  duplicate: VIOLATION,
  move: VIOLATION,
  copy: VIOLATION,
};

/** The whole policy: relation × action × class. */
export const ACTION_POLICY: Record<Relation, Record<DataAction, Row>> = {
  owner: ALL_LOGGED,
  'silent-owner': { ...ALL_LOGGED, read: { N: 'silent', R: 'logged', V: 'logged' } },
  // Exports and transfers are the patient's.
  issuer: { ...ALL_LOGGED, duplicate: VIOLATION, move: VIOLATION },
  viewer: READ_ONLY,
  requester: READ_ONLY,
  emergency: READ_ONLY,
  // They see that work flows, never a report.
  administrator: NOTHING_ALLOWED,
  system: { ...ALL_LOGGED, copy: VIOLATION },
  'former-viewer': NOTHING_ALLOWED,
  stranger: {
    read: TRIED,
    write: TRIED,
    delete: TRIED,
    duplicate: VIOLATION,
    move: TRIED,
    copy: TRIED,
  },
};

/**
 * What an action leaves.
 * @param dataClass of the report; where it is not known, the highest is assumed
 */
export function outcomeOf(
  action: DataAction,
  relation: Relation,
  dataClass: DataClass = 'V',
): Outcome {
  return ACTION_POLICY[relation][action][dataClass];
}
