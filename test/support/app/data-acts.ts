import { createPatient } from '../people/factories';
import { readyExport } from '../interop/exports';
import type { SensitiveAct } from './sensitive-acts';

/** What a patient does with all of their data. */
export const DATA_ACTS: readonly SensitiveAct[] = [
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
