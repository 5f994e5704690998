/** Every page, and what else has an address outside /api: a test compares them with src/app. */
export const ADDRESSES: readonly string[] = [
  '/',
  '/admin',
  '/admin/doctors',
  '/admin/emergencies',
  '/admin/factor-resets',
  '/admin/issuers',
  '/admin/notifications',
  '/admin/notifications/settings',
  '/admin/people',
  '/admin/people/[id]',
  '/admin/profile',
  '/admin/recoveries',
  '/admin/retention',
  '/admin/security',
  '/admin/uploads',
  '/admin/violations',
  '/api-docs',
  '/cancel-factor-reset',
  '/confirm-email',
  '/confirm-new-email',
  '/doctor',
  '/doctor/emergency',
  '/doctor/emergency/[id]',
  '/doctor/emergency/[id]/reports/[id]',
  '/doctor/notifications',
  '/doctor/notifications/settings',
  '/doctor/profile',
  '/doctor/reports/[id]',
  '/doctor/reports/new',
  '/doctor/requests',
  '/doctor/requests/[id]',
  '/doctor/requests/[id]/reports/[id]',
  '/doctor/requests/new',
  '/doctor/security',
  '/forgot-password',
  '/guest',
  '/icon.svg',
  '/keep-account',
  '/livez',
  '/login',
  '/metrics',
  '/not-me',
  '/patient',
  '/patient/data',
  '/patient/data/erase',
  '/patient/doctors',
  '/patient/emergency',
  '/patient/emergency/card',
  '/patient/fees',
  '/patient/notifications',
  '/patient/notifications/settings',
  '/patient/profile',
  '/patient/recovery-kit',
  '/patient/reports/[id]',
  '/patient/reports/[id]/access',
  '/patient/reports/[id]/withdraw',
  '/patient/requests',
  '/patient/requests/[id]',
  '/patient/seal',
  '/patient/security',
  '/patient/uploads',
  '/patient/wallet',
  '/patient/wallet/lost',
  '/readyz',
  '/recover.html',
  '/register',
  '/reset-password',
  '/second-factor',
  '/set-up-second-factor',
  '/trail-receipt.html',
  '/verify',
];

/** UUIDs, hashes, addresses, report codes and tokens: whatever names one thing. */
const NAMES_ONE = /^(0x)?[\da-f-]{8,}$|^[\dA-Z]{16}$|^[\w-]{24,}$|^\d+$/i;

/**
 * The route of a path for logs and metrics: `/patient/reports/4f…` → `/patient/reports/[id]`. It is one of a fixed
 * list, because metrics keep every value, and a stranger may ask for any address. So no value names a person, a report
 * or a secret.
 * @param template the route of the API at this path, when there is one
 */
export function routeLabel(path: string, template: string | null): string {
  if (template !== null) return template;
  if (path.startsWith('/_next/')) return '/_next/[file]';
  const label = path
    .split('/')
    .map((part) => (NAMES_ONE.test(part) ? '[id]' : part))
    .join('/');
  return ADDRESSES.includes(label) ? label : '[other]';
}
