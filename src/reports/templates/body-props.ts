/** What a template's part of the reading page gets. */
export interface BodyProps<F> {
  findings: F;
  /** Passport or identity number, to compare the person with it. */
  identity: { label: string; number: string } | null;
}
