import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database, inTransaction } from '@/platform/database/database';
import { parseEnv } from '@/platform/env';
import { ensurePersonKey, openPersonKey, sealPersonKey } from '@/vault/person-key';
import type { Keyring } from '@/vault/seal-under-keyring';
import { resealPersonKeys } from '@/vault/reseal-person-keys';
import { createDoctor, createPatient } from '../../support/people/factories';

let newRing: Keyring;
let patientId: string;
let before: Uint8Array;

const rowOf = (accountId: string) =>
  database().personKey.findUniqueOrThrow({ where: { accountId } });

beforeAll(async () => {
  const oldRing = parseEnv(process.env).KEYRING;
  const added = `rotated:${randomBytes(32).toString('base64')}`;
  process.env['KEYRING'] = `${added},${process.env['KEYRING'] ?? ''}`;
  newRing = parseEnv(process.env).KEYRING;
  patientId = (await createPatient()).actor.accountId;
  before = randomBytes(32);
  await database().personKey.update({
    where: { accountId: patientId },
    data: sealPersonKey(patientId, before, oldRing),
  });
});

describe('rotating the keyring', () => {
  it('seals the keys of persons again, once, and leaves destroyed ones alone', async () => {
    const erased = (await createPatient()).actor.accountId;
    await database().personKey.delete({ where: { accountId: erased } });
    expect(await resealPersonKeys()).toBe(1);
    expect(await resealPersonKeys()).toBe(0);
    const row = await rowOf(patientId);
    expect(row.keyId).toBe('rotated');
    expect(Buffer.from(openPersonKey(row, newRing.slice(0, 1)))).toEqual(before);
    expect(await database().personKey.count({ where: { accountId: erased } })).toBe(0);
  });

  it('refuses a key that was moved to another person', async () => {
    const other = (await createPatient()).actor.accountId;
    const row = await rowOf(patientId);
    expect(() => openPersonKey({ ...row, accountId: other })).toThrow();
  });

  it('makes one key when two ask for it at once', async () => {
    const { accountId } = (await createDoctor()).actor;
    const ask = () => inTransaction((tx) => ensurePersonKey(tx, accountId));
    const keys = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
  });
});
