import { createAdmin, createPatient } from '../people/factories';
import { readyExport } from '../interop/exports';
import { emergencySummary } from '../records/emergency-summary';
import { patientWithSummary } from '../reports/emergency';
import type { SensitiveAct } from './sensitive-acts';

/** What a patient does with all of their data. */
export const DATA_ACTS: readonly SensitiveAct[] = [
  {
    address: 'POST /api/erasures',
    ready: async () => {
      const person = await createPatient();
      return { person, body: { email: person.actor.email } };
    },
    // Its own mail takes the act back, see test/integration/accounts/erasure.
    mail: null,
  },
  {
    address: 'PUT /api/admin/retention-rules/[kind]',
    ready: async () => ({
      person: await createAdmin(),
      params: { kind: 'HBA1C' },
      body: { keepYears: 0, basis: '' },
    }),
    mail: (t) => t('accounts.securityNotice.administration.retention-change.subject'),
  },
  {
    address: 'PUT /api/accounts/own-reads',
    ready: async () => ({ person: await createPatient(), body: { silent: true } }),
    mail: (t) => t('accounts.securityNotice.records.own-reads-silenced.subject'),
  },
  {
    address: 'PUT /api/emergency-summary',
    ready: async () => ({
      person: await createPatient(),
      body: { summary: emergencySummary(), revision: 0 },
    }),
    mail: (t) => t('accounts.securityNotice.emergency.emergency-summary-changed.subject'),
  },
  {
    address: 'POST /api/accounts/patient-code',
    ready: async () => ({ person: (await patientWithSummary()).patient }),
    mail: (t) => t('accounts.securityNotice.emergency.patient-code-replaced.subject'),
  },
  {
    address: 'POST /api/exports',
    ready: async () => ({ person: await createPatient() }),
    mail: (t) => t('accounts.securityNotice.records.export-requested.subject'),
  },
  {
    address: 'POST /api/exports/[exportId]/downloads',
    ready: async () => {
      const person = await createPatient();
      return { person, params: { exportId: await readyExport(person) } };
    },
    mail: (t) => t('accounts.securityNotice.records.export-downloaded.subject'),
  },
];
