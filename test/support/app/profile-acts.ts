import { findOpenRequest } from '@/accounts/profile/find-open-request';
import type { ProfileFields } from '@/accounts/profile/profile-fields';
import { requestProfileChange } from '@/accounts/profile/request-profile-change';
import { createAdmin, createPatient } from '../people/factories';
import type { SensitiveAct } from './sensitive-acts';

const WANTED = { name: 'Eleni Nikolaou', birthDate: '1980-03' };
const FIELDS: ProfileFields = {
  ...WANTED,
  ...{ printedName: null, givenNames: null, familyName: null },
  ...{ clinic: null, licenceNumber: null },
};
const REASON = 'It was typed wrongly.';

async function request() {
  const { actor } = await createPatient();
  await requestProfileChange(actor, FIELDS, REASON);
  const found = await findOpenRequest(actor.accountId);
  return { accountId: actor.accountId, changeId: found?.changeId ?? '' };
}

/** What is done about people's names, data and sessions. */
export const PROFILE_ACTS: readonly SensitiveAct[] = [
  {
    address: 'PUT /api/accounts/profile',
    ready: async () => ({ person: await createPatient(), body: WANTED }),
    mail: (t) => t('accounts.profileMail.corrected.subject'),
  },
  {
    address: 'POST /api/accounts/profile-changes',
    ready: async () => ({ person: await createPatient(), body: { ...WANTED, reason: REASON } }),
    mail: null,
  },
  {
    address: 'PUT /api/admin/people/[accountId]',
    ready: async () => {
      const { accountId, changeId } = await request();
      const body = { ...WANTED, reason: REASON, changeId };
      return { person: await createAdmin(), params: { accountId }, body };
    },
    mail: (t) => t('accounts.securityNotice.administration.profile-correct.subject'),
  },
  {
    address: 'DELETE /api/admin/people/[accountId]/sessions',
    ready: async () => {
      const { accountId } = (await createPatient()).actor;
      return { person: await createAdmin(), params: { accountId } };
    },
    mail: (t) => t('accounts.securityNotice.administration.sessions-end.subject'),
  },
  {
    address: 'POST /api/admin/profile-changes/[changeId]/decline',
    ready: async () => {
      const { changeId } = await request();
      return { person: await createAdmin(), params: { changeId }, body: { reason: REASON } };
    },
    mail: (t) => t('accounts.securityNotice.administration.profile-decline.subject'),
  },
];
