/** The documents that a border compares a report with; `''` where none was stated. */
export const IDENTITY_TYPES = ['', 'passport', 'identity-card'] as const;
export type IdentityType = (typeof IDENTITY_TYPES)[number];

/** The document that a form names. */
export interface IdentityDocument {
  type: Exclude<IdentityType, ''>;
  number: string;
  /** Dotted path of the form field that holds the number. */
  field: string;
}
