import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideDoctor } from '@/accounts/doctors/decide-doctor';
import { logIn } from '@/accounts/sessions/log-in';
import { renewProof } from '@/accounts/factors/renew-proof';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { beginWalletBinding } from '@/accounts/wallets/begin-wallet-binding';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import { database } from '@/platform/database/database';
import { declineRecovery } from '@/registry/recovery/decline-recovery';
import { requestRecovery } from '@/registry/recovery/request-recovery';
import { requestRetraction } from '@/reports/retraction/request-retraction';
import { withdrawReport } from '@/reports/drafts/withdraw-report';
import { prepareAnchoring } from '@/sharing/anchoring/prepare-anchoring';
import { prepareBatch } from '@/sharing/anchoring/prepare-batch';
import { preparePermissionChange } from '@/sharing/viewers/prepare-permission-change';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';
import { giveFreshProof, letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';
import { END_REASON } from '../../../support/reports/report-factories';

const REFUSED = { code: 'proof-needed' };
const NOWHERE = randomUUID();
const ADDRESS = '0x000000000000000000000000000000000000dEaD';
const VIEWERS = [{ email: 'officer@border.example', expiresAt: null }];

let patient: Person;

beforeEach(async () => {
  patient = await createPatient();
});

describe('a fresh proof', () => {
  it('is the log-in itself, for five minutes', async () => {
    await expect(requireFreshProof(patient.actor)).resolves.toBeUndefined();
    await letProofGrowOld(patient);
    await expect(requireFreshProof(patient.actor)).rejects.toMatchObject(REFUSED);
  });

  it('is given by the password, and leaves a trace', async () => {
    await letProofGrowOld(patient);
    await renewProof(patient.actor, { by: 'password', password: patient.password }, null);
    await expect(requireFreshProof(patient.actor)).resolves.toBeUndefined();
    expect(await actionsAbout(patient.actor.accountId)).toContain('account.proved');
  });

  it('is not given by a wrong password', async () => {
    await letProofGrowOld(patient);
    await expect(
      renewProof(patient.actor, { by: 'password', password: 'not-my-password' }, null),
    ).rejects.toMatchObject({
      code: 'wrong-credentials',
      fields: { password: /wrong/ },
    });
    await expect(requireFreshProof(patient.actor)).rejects.toMatchObject(REFUSED);
  });

  it('speaks for its own session alone', async () => {
    const { email } = patient.actor;
    const { sessionId } = await logIn({ email, password: patient.password });
    await letProofGrowOld(patient);
    await expect(requireFreshProof(patient.actor)).rejects.toMatchObject(REFUSED);
    await expect(requireFreshProof({ ...patient.actor, sessionId })).resolves.toBeUndefined();
  });

  it('is none in a session that was ended, or of another account', async () => {
    const other = await createPatient();
    const { sessionId } = other.actor;
    await expect(requireFreshProof({ ...patient.actor, sessionId })).rejects.toMatchObject(REFUSED);
    await database().session.update({
      where: { id: patient.actor.sessionId },
      data: { revokedAt: new Date() },
    });
    await expect(requireFreshProof(patient.actor)).rejects.toMatchObject(REFUSED);
  });
});

describe('without a fresh proof a session', () => {
  const ACTS: [string, () => Promise<Person>, (person: Person) => Promise<unknown>][] = [
    [
      'begins no wallet binding',
      createPatient,
      ({ actor }) => beginWalletBinding(actor, ADDRESS, DEFAULT_LOCALE),
    ],
    [
      'binds no wallet',
      createPatient,
      async (person) => {
        await giveFreshProof(person);
        const { nonce } = await beginWalletBinding(person.actor, ADDRESS, DEFAULT_LOCALE);
        await letProofGrowOld(person);
        return confirmWalletBinding(person.actor, { nonce, signature: `0x${'0'.repeat(130)}` });
      },
    ],
    ['anchors nothing', createPatient, ({ actor }) => prepareAnchoring(actor, NOWHERE, VIEWERS)],
    [
      'anchors no batch',
      createPatient,
      ({ actor }) => prepareBatch(actor, [NOWHERE, randomUUID()], VIEWERS),
    ],
    [
      'changes no viewers',
      createPatient,
      ({ actor }) => preparePermissionChange(actor, NOWHERE, VIEWERS),
    ],
    [
      'reports no wallet as lost',
      createPatient,
      ({ actor }) => requestRecovery(actor, { oldAddress: ADDRESS, code: '00000000' }),
    ],
    [
      'retracts no report',
      createDoctor,
      ({ actor }) => requestRetraction(actor, NOWHERE, { ...END_REASON, replacementId: null }),
    ],
    [
      'withdraws no report',
      createDoctor,
      ({ actor }) => withdrawReport(actor, NOWHERE, END_REASON),
    ],
    ['lets no doctor in', createAdmin, ({ actor }) => decideDoctor(actor, NOWHERE, 'approve')],
    [
      'declines no recovery',
      createAdmin,
      ({ actor }) => declineRecovery(actor, NOWHERE, { reason: 'Nobody answers the phone.' }),
    ],
  ];

  it.each(ACTS)('%s', async (_name, create, act) => {
    const person = await create();
    await letProofGrowOld(person);
    await expect(act(person)).rejects.toMatchObject(REFUSED);
  });

  it('leaves a challenge as it was, so that the same signature counts after the password', async () => {
    const { nonce } = await beginWalletBinding(patient.actor, ADDRESS, DEFAULT_LOCALE);
    const answer = { nonce, signature: `0x${'0'.repeat(130)}` };
    await letProofGrowOld(patient);
    await expect(confirmWalletBinding(patient.actor, answer)).rejects.toMatchObject(REFUSED);
    await renewProof(patient.actor, { by: 'password', password: patient.password }, null);
    await expect(confirmWalletBinding(patient.actor, answer)).rejects.toMatchObject({
      code: 'wallet-signature-wrong',
    });
  });
});
