import { DAY_MS } from '@/platform/time/durations';
import { patientOnChain } from '../chain/patient-on-chain';
import { createDoctor } from '../people/factories';
import { ask, grant } from '../reports/access-request';
import { sender, type SensitiveAct } from './sensitive-acts';

/** A patient with a sealed report, and a doctor who asks for it. */
async function asked() {
  const someone = await patientOnChain();
  const { reportId } = await someone.anchor();
  return { ...someone, reportId, requestId: await ask(await createDoctor(), someone.patient) };
}

/** Acts by which a patient lets a doctor read. */
export const REQUEST_ACTS: SensitiveAct[] = [
  {
    address: 'POST /api/access-requests/[requestId]/grant',
    ready: async () => {
      const { patient: person, reportId, requestId } = await asked();
      const until = new Date(Date.now() + DAY_MS).toISOString();
      return { person, params: { requestId }, body: { reportIds: [reportId], until } };
    },
    // Mailed when the wallet carries it out.
    mail: null,
  },
  {
    address: 'POST /api/access-requests/[requestId]/reports/[reportId]/permission',
    ready: async () => {
      const { patient: person, wallet, reportId, requestId } = await asked();
      await grant(person, requestId, [reportId]);
      const params = { requestId, reportId };
      return { person, params, afterwards: sender(person, wallet) };
    },
    mail: (t) => t('accounts.securityNotice.viewersChanged.subject'),
  },
];
