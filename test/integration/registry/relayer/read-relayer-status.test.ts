import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { DAY_MS } from '@/platform/time/durations';
import { readPurse } from '@/registry/relayer/read-purse';
import { readRelayerStatus } from '@/registry/relayer/read-relayer-status';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import { setBalance } from '../../../support/chain/test-chain';
import {
  createAdmin,
  createDoctor,
  createPatient,
  type Person,
} from '../../../support/people/factories';

const ETHER = 10n ** 18n;

let admin: Person;
let patients: Person[];

beforeAll(async () => {
  admin = await createAdmin();
  patients = [await createPatient(), await createPatient()];
  const [first, second] = patients.map(({ actor }) => actor.accountId);
  await setBalance(relayerWallet()?.address ?? '', 3n * ETHER);
  const call = (patientId = '', more = {}) => ({
    patientId,
    deadline: new Date(),
    reservedWei: ETHER / 10n,
    state: 'DONE' as const,
    signedAt: new Date(),
    ...more,
  });
  await database().relayedCall.createMany({
    data: [
      call(first, { feeWei: ETHER / 1_000n }),
      call(first, { feeWei: ETHER / 1_000n }),
      call(second, { state: 'WAITING', signedAt: null }),
      call(second, { state: 'FAILED' }),
      call(first, { signedAt: new Date(Date.now() - 20 * DAY_MS) }),
    ],
  });
});

describe('the relayer’s status', () => {
  it('gives purse, limits and the spending by day in counts', async () => {
    const status = await readRelayerStatus(admin.actor);

    expect(status).toMatchObject({
      state: 'on',
      address: relayerWallet()?.address,
      purseEth: '3.0',
      maxFeeEth: '0.01',
      dailyBudgetEth: '0.05',
      waiting: 1,
    });
    const days = status.state === 'off' ? [] : status.days;
    expect(days).toMatchObject([{ calls: 3, patients: 2, spentEth: '0.002' }]);
    expect(await readPurse()).toEqual({ purse: 3, maxFee: 0.01, waiting: 1 });
  });

  it('holds nothing of a patient', async () => {
    const text = JSON.stringify(await readRelayerStatus(admin.actor));
    for (const { actor } of patients) expect(text).not.toContain(actor.accountId);
  });

  it('is for administrators only', async () => {
    for (const { actor } of [await createDoctor(), ...patients]) {
      await expect(readRelayerStatus(actor)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
