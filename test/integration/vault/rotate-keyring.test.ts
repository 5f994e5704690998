import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { parseEnv } from '@/platform/env';
import { newReportCode } from '@/reports/frame/report-code';
import { newDataKey, unwrapDataKey, wrapDataKey } from '@/vault/data-key';
import type { Keyring } from '@/vault/seal-under-keyring';
import { rewrapDataKeys } from '@/vault/rewrap-data-keys';
import { createDoctor, type Person } from '../../support/people/factories';

let oldRing: Keyring;
let newRing: Keyring;
let doctor: Person;

beforeAll(async () => {
  oldRing = parseEnv(process.env).KEYRING;
  const added = `rotated:${randomBytes(32).toString('base64')}`;
  process.env['KEYRING'] = `${added},${process.env['KEYRING'] ?? ''}`;
  newRing = parseEnv(process.env).KEYRING;
  doctor = await createDoctor();
});

async function report(data: object) {
  const { actor } = doctor;
  return database().report.create({
    data: {
      code: newReportCode(),
      template: 'COVID_19',
      state: 'FORWARDED',
      doctorId: actor.accountId,
      ...data,
    },
  });
}

describe('rotating the keyring', () => {
  it('re-wraps old keys once, and leaves new and erased ones alone', async () => {
    const dataKey = newDataKey();
    const { id } = await report(wrapDataKey(dataKey, oldRing));
    const fresh = await report(wrapDataKey(newDataKey(), newRing));
    const erased = await report({ keyId: oldRing[0]?.id ?? '' });
    expect(await rewrapDataKeys()).toBe(1);
    expect(await rewrapDataKeys()).toBe(0);
    const row = await database().report.findUniqueOrThrow({ where: { id } });
    expect(row.keyId).toBe('rotated');
    const [newest] = newRing;
    if (newest === undefined || row.wrappedKey === null) throw new Error('Nothing was wrapped');
    expect(unwrapDataKey('rotated', row.wrappedKey, [newest])).toEqual(dataKey);
    const untouched = await database().report.findUniqueOrThrow({ where: { id: fresh.id } });
    expect(untouched.wrappedKey).toEqual(fresh.wrappedKey);
    const stillErased = await database().report.findUniqueOrThrow({ where: { id: erased.id } });
    expect(stillErased.wrappedKey).toBeNull();
  });
});
