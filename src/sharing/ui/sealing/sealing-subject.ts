/** What is sealed, as the line above each step says it. */
export function sealingSubject(reportCount: number): string {
  return reportCount === 1 ? 'Seal this report' : `Seal ${reportCount} reports`;
}
