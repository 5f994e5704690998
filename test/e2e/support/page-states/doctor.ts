import { t } from '../../../support/messages/english';
import { press } from './press';
import type { State } from './state';

/** The pages of doctors. */
export const DOCTOR_STATES: Record<string, State[]> = {
  '/doctor': [
    { name: 'empty', who: 'newDoctor', path: '/doctor', shows: t('app.patient.noReportsYet') },
    { name: 'filled', who: 'doctor', path: '/doctor', shows: /\d reports for 1 patient/ },
  ],
  '/doctor/reports/new': [
    {
      name: 'choice',
      who: 'doctor',
      path: '/doctor/reports/new',
      shows: t('templates.bloodPressure.title'),
    },
  ],
  '/doctor/profile': [
    {
      name: 'of a doctor',
      who: 'doctor',
      path: '/doctor/profile',
      shows: t('accounts.profile.askAsDoctor'),
    },
  ],
  '/doctor/reports/[reportId]': [
    {
      name: 'a draft about blood pressure',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.draft}`,
      shows: 'Measurement A',
      steps: (page) =>
        press(page, t('reports.draftActions.send'), t('reports.draftActions.sendTitle')),
    },
    {
      name: 'a draft about COVID-19',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.covidDraft}`,
      shows: t('templates.covid19.reasonForTesting'),
    },
    {
      name: 'rejected',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.rejected}`,
      shows: t('components.originalPdf.download'),
    },
    {
      name: 'anchored',
      who: 'doctor',
      path: ({ reports }) => `/doctor/reports/${reports.anchored}`,
      shows: t('components.originalPdf.download'),
    },
  ],
  '/doctor/notifications': [
    {
      name: 'filled',
      who: 'doctor',
      path: '/doctor/notifications',
      shows: t('notifications.list.kept'),
    },
  ],
  '/doctor/notifications/settings': [
    {
      name: 'choices',
      who: 'doctor',
      path: '/doctor/notifications/settings',
      shows: t('notifications.settings.security.label'),
    },
  ],
  '/doctor/emergency': [
    {
      name: 'with errors',
      who: 'doctor',
      path: '/doctor/emergency',
      shows: t('app.doctorEmergency.list'),
      steps: (page) => press(page, t('sharing.openingForm.open'), t('sharing.emergency.noCode')),
    },
  ],
  '/doctor/emergency/[accessId]': [
    {
      name: 'open',
      who: 'doctor',
      path: ({ emergencies }) => `/doctor/emergency/${emergencies.summary}`,
      shows: t('sharing.openedSummary.none'),
    },
    {
      name: 'waiting',
      who: 'doctor',
      path: ({ emergencies }) => `/doctor/emergency/${emergencies.record}`,
      shows: t('sharing.endEmergency.withdraw.verb'),
    },
  ],
  '/doctor/emergency/[accessId]/reports/[reportId]': [
    {
      name: 'before it is acknowledged',
      who: 'doctor',
      path: ({ emergencies, reports }) =>
        `/doctor/emergency/${emergencies.record}/reports/${reports.anchored}`,
      shows: t('sharing.requestedReport.nothingShown'),
    },
  ],
  '/doctor/requests': [
    {
      name: 'empty',
      who: 'newDoctor',
      path: '/doctor/requests',
      shows: t('app.doctorRequests.emptyTitle'),
    },
    {
      name: 'filled',
      who: 'doctor',
      path: '/doctor/requests',
      shows: t('app.doctorRequests.kept'),
    },
  ],
  '/doctor/requests/new': [
    {
      name: 'with errors',
      who: 'doctor',
      path: '/doctor/requests/new',
      shows: t('sharing.askForm.sameAnswer'),
      steps: (page) => press(page, t('sharing.askForm.ask'), t('sharing.requestSchema.noCode')),
    },
  ],
  '/doctor/requests/[requestId]': [
    {
      name: 'granted',
      who: 'doctor',
      path: ({ requests }) => `/doctor/requests/${requests.granted}`,
      shows: t('app.doctorRequest.reports'),
    },
  ],
  '/doctor/requests/[requestId]/reports/[reportId]': [
    {
      name: 'while the chain does not permit it',
      who: 'doctor',
      path: ({ requests, reports }) =>
        `/doctor/requests/${requests.granted}/reports/${reports.anchored}`,
      shows: t('sharing.requestedReport.nothingShown'),
    },
  ],
  '/doctor/security': [
    {
      name: 'without a second factor',
      who: 'doctor',
      path: '/doctor/security',
      shows: t('accounts.sessions.title'),
    },
  ],
};
