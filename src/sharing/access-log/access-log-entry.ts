/** One line of a report's access log, for its patient. */
export interface AccessLogEntry {
  /** Stable, for lists. */
  id: string;
  /** ISO 8601. */
  at: string;
  who: 'you' | 'doctor' | 'guest' | 'system';
  /** The doctor's name, the guest's e-mail, "You", or "MedAnchor". */
  name: string;
  /** The rest of the sentence: `opened the PDF`. */
  did: string;
}

/** One page of an access log, newest first. */
export interface AccessLogPage {
  entries: AccessLogEntry[];
  page: number;
  pageCount: number;
}
