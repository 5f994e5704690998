/** UUIDs, hashes, addresses, report codes and tokens: whatever names one thing. */
const NAMES_ONE = /^(0x)?[\da-f-]{8,}$|^[\dA-Z]{16}$|^[\w-]{24,}$|^\d+$/i;
/** A page's address has few parts; any longer address has no page. */
const MOST_PARTS = 6;

/**
 * The route of a path for logs and metrics: `/patient/reports/4f…` → `/patient/reports/[id]`. Few values, and none of
 * them names a person, a report or a secret.
 * @param template the route of the API at this path, when there is one
 */
export function routeLabel(path: string, template: string | null): string {
  if (template !== null) return template;
  if (path.startsWith('/_next/')) return '/_next/[file]';
  const parts = path.split('/');
  if (parts.length > MOST_PARTS || path.includes('%')) return '[other]';
  return parts.map((part) => (NAMES_ONE.test(part) ? '[id]' : part)).join('/');
}
