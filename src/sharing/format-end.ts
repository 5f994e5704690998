/** Until when a permission holds, as a mail says it, in UTC. */
export function formatEnd(expiresAt: Date | null): string {
  if (expiresAt === null) return 'You can read it without an end date.';
  const end = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(expiresAt);
  return `You can read it until ${end} UTC.`;
}
