import { DEFAULT_LOCALE } from '@/messages/catalogues';
import { beforeEach, describe, expect, it } from 'vitest';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { renewProof } from '@/accounts/factors/renew-proof';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { beginWalletBinding } from '@/accounts/wallets/begin-wallet-binding';
import { confirmWalletBinding } from '@/accounts/wallets/confirm-wallet-binding';
import { database } from '@/platform/database/database';
import { createPatient, type Person } from '../../../support/people/factories';
import { letProofGrowOld } from '../../../support/people/proof';
import { actionsAbout } from '../../../support/people/trail';

const REFUSED = { code: 'proof-needed' };
const ADDRESS = '0x000000000000000000000000000000000000dEaD';

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
