import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it, vi } from 'vitest';
import { database } from '@/platform/database/database';

/** As the process is configured at first; a key that is added; one that has nothing to do with either. */
const [old, added, foreign] = ['old', 'added', 'foreign'].map(
  (id) => `${id}:${randomBytes(32).toString('base64')}`,
);

let patient: { accountId: string; sessionId: string };
let token: string;
let sealedBefore: Uint8Array[];

const systemKeys = () => database().systemKey.findMany({ orderBy: { name: 'asc' } });

/** What a process that starts with this keyring finds. */
async function withKeyring<T>(keyring: string, work: () => Promise<T>): Promise<T> {
  process.env['KEYRING'] = keyring;
  vi.resetModules();
  return work();
}

async function findEverything() {
  const { findLiveActor } = await import('@/accounts/sessions/find-live-actor');
  const { findTokenAccount } = await import('@/accounts/passwords/find-token-account');
  const { getPatient } = await import('@/accounts/people/get-patient');
  const { checkWholeTrail } = await import('../../support/people/trail');
  const actor = await findLiveActor(patient.sessionId);
  const account = await findTokenAccount(database(), token, 'RESET_PASSWORD');
  const { bloodGroup } = await getPatient(database(), patient.accountId);
  const { outcome } = await checkWholeTrail();
  return { actor: actor?.accountId, account: account.id, bloodGroup, outcome };
}

beforeAll(async () => {
  await withKeyring(old ?? '', async () => {
    const { createPatient } = await import('../../support/people/factories');
    const { mintAccountToken } = await import('@/accounts/passwords/mint-account-token');
    const { appendAuditEvent } = await import('@/audit/append-audit-event');
    const { inTransaction } = await import('@/platform/database/database');
    ({ actor: patient } = await createPatient({ bloodGroup: 'AB_NEGATIVE' }));
    const { accountId } = patient;
    token = await mintAccountToken(database(), accountId, 'RESET_PASSWORD');
    await inTransaction((tx) =>
      appendAuditEvent(tx, {
        ...{ action: 'account.logged-in', actorKind: 'ACCOUNT', actorId: accountId },
      }),
    );
  });
  sealedBefore = (await systemKeys()).map(({ sealedKey }) => sealedKey);
});

it('seals the keys of the system again, and they stay the same without the oldest key', async () => {
  const names = (await systemKeys()).map(({ name, keyId }) => [name, keyId]);
  expect(names).toEqual([
    ['audit-trail', 'old'],
    ['proofs', 'old'],
  ]);
  await withKeyring(`${added},${old}`, async () => {
    const { resealSystemKeys } = await import('@/vault/reseal-system-keys');
    const { resealPersonKeys } = await import('@/vault/reseal-person-keys');
    expect(await resealSystemKeys()).toBe(2);
    expect(await resealSystemKeys()).toBe(0);
    await resealPersonKeys();
  });
  const after = await systemKeys();
  expect(after.map(({ keyId }) => keyId)).toEqual(['added', 'added']);
  expect(after.map(({ sealedKey }) => sealedKey)).not.toEqual(sealedBefore);
  const { accountId } = patient;
  expect(await withKeyring(added ?? '', findEverything)).toEqual({
    ...{ actor: accountId, account: accountId, bloodGroup: 'AB_NEGATIVE', outcome: 'intact' },
  });
});

it('finds nothing with a keyring that did not seal the keys', async () => {
  for (const keyring of [foreign ?? '', old ?? '']) {
    await expect(withKeyring(keyring, findEverything)).rejects.toThrow();
  }
});
