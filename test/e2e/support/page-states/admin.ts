import { t } from '../../../support/messages/english';
import type { State } from './state';

/** The pages of administrators. */
export const ADMIN_STATES: Record<string, State[]> = {
  '/admin': [
    { name: 'overview', who: 'admin', path: '/admin', shows: t('jobs.queuePanel.outbox') },
  ],
  // Other tests register doctors all the while, so that the empty list is not met here.
  '/admin/doctors': [{ name: 'filled', who: 'admin', path: '/admin/doctors', shows: 'Licence' }],
  '/admin/people': [
    {
      name: 'without requests',
      who: 'admin',
      path: '/admin/people',
      shows: t('accounts.personFinder.label'),
    },
  ],
  '/admin/people/[accountId]': [
    {
      name: 'of a patient',
      who: 'admin',
      path: ({ patient }) => `/admin/people/${patient.actor.accountId}`,
      shows: t('app.adminPerson.consequence'),
    },
  ],
  '/admin/profile': [
    { name: 'own', who: 'admin', path: '/admin/profile', shows: t('accounts.profile.correct') },
  ],
  '/admin/recoveries': [
    { name: 'list', who: 'admin', path: '/admin/recoveries', shows: t('app.adminRecoveries.none') },
  ],
  '/admin/issuers': [
    {
      name: 'list',
      who: 'admin',
      path: '/admin/issuers',
      shows: t('registry.administrationCard.whoAdministersTheContract'),
    },
  ],
  '/admin/notifications': [
    {
      name: 'of an administrator',
      who: 'admin',
      path: '/admin/notifications',
      shows: t('app.notifications.title'),
    },
  ],
  '/admin/notifications/settings': [
    {
      name: 'choices',
      who: 'admin',
      path: '/admin/notifications/settings',
      shows: t('notifications.settings.security.label'),
    },
  ],
  // Other tests send files all the while, so that the empty list is not met here.
  '/admin/emergencies': [
    {
      name: 'with a review',
      who: 'admin',
      path: '/admin/emergencies',
      shows: t('sharing.administered.acknowledge'),
      steps: async (page) => {
        const review = page.getByRole('button', { name: t('sharing.administered.review') });
        await review.first().click();
      },
    },
  ],
  '/admin/uploads': [
    { name: 'list', who: 'admin', path: '/admin/uploads', shows: t('app.adminUploads.title') },
  ],
  // Other tests are refused what is not theirs all the while.
  '/admin/violations': [
    {
      name: 'list',
      who: 'admin',
      path: '/admin/violations',
      shows: t('app.adminViolations.title'),
    },
  ],
  '/admin/retention': [
    {
      name: 'without rules',
      who: 'admin',
      path: '/admin/retention',
      shows: t('app.adminRetention.figures'),
    },
  ],
  '/admin/security': [
    {
      name: 'without a second factor',
      who: 'admin',
      path: '/admin/security',
      shows: t('accounts.sessions.title'),
    },
  ],
  '/admin/factor-resets': [
    {
      name: 'without requests',
      who: 'admin',
      path: '/admin/factor-resets',
      shows: t('accounts.startResetForm.title'),
    },
  ],
};
