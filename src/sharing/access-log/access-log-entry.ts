import type { PageSteps } from '@/platform/database/keyset';
import type { LoggedAction } from './logged-actions';

/** One line of a report's access log, for its patient. */
export interface AccessLogEntry {
  /** Stable, for lists. */
  id: string;
  /** ISO 8601. */
  at: string;
  who: 'you' | 'doctor' | 'guest' | 'system' | 'stranger';
  /** The doctor's name or the guest's e-mail; null for the patient, for MedAnchor, for somebody
   * without permission, and when the account is gone. */
  name: string | null;
  /** What happened; `pdf-opened` and `pdf-copied` for an audit event of opening that was about the PDF. */
  action: LoggedAction | 'pdf-opened' | 'pdf-copied';
  /** The e-mail of the viewer whom it concerns, when that is not who did it. */
  viewer: string | null;
  /** The event's place in the trail, by which its receipt is asked for. */
  place: string;
  /** ISO 8601: since when its day is on the chain; null while it is not. */
  sealedAt: string | null;
}

/** One page of an access log, newest first. */
export interface AccessLogPage extends PageSteps {
  entries: AccessLogEntry[];
}
