/** One line of a report as a person reads it. */
export interface Row {
  /** Dotted path of the form field it comes from. */
  field: string;
  label: string;
  value: string;
  /** What a reader looks for first. */
  prominent?: true;
}
