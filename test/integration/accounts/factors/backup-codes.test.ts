import { beforeEach, describe, expect, it } from 'vitest';
import { newBackupCode } from '@/accounts/factors/backup-codes/backup-code';
import {
  BACKUP_CODES,
  createBackupCodes,
} from '@/accounts/factors/backup-codes/create-backup-codes';
import { passSecondFactor } from '@/accounts/factors/pass-second-factor';
import { findLiveActor } from '@/accounts/sessions/find-live-actor';
import { logIn } from '@/accounts/sessions/log-in/log-in';
import { storeBackupCodes } from '@/accounts/factors/backup-codes/store-backup-codes';
import { database, inTransaction } from '@/platform/database/database';
import { createPatient, type Person } from '../../../support/people/factories';
import { setUpTotp } from '../../../support/people/factors';
import { letProofGrowOld } from '../../../support/people/proof';
import { quickHash } from '../../../support/people/quick-hash';

let patient: Person;
let codes: string[];

beforeEach(async () => {
  patient = await createPatient();
  await setUpTotp(patient);
  codes = await giveCodes(patient);
});

/** Ten codes as they are made, under quick hashes. */
async function giveCodes({ actor: { accountId } }: Person): Promise<string[]> {
  const made = Array.from({ length: BACKUP_CODES }, newBackupCode);
  const hashes = await Promise.all(made.map(quickHash));
  await inTransaction((tx) => storeBackupCodes(tx, accountId, hashes));
  return made;
}

async function halfOpen() {
  const { actor, password } = patient;
  const { sessionId } = await logIn({ email: actor.email, password });
  return { ...actor, sessionId };
}

describe('backup codes', () => {
  it('are ten different ones, of which only argon2id hashes are kept', async () => {
    const fresh = await createBackupCodes(patient.actor);
    expect(new Set([...codes, ...fresh])).toHaveLength(20);
    const rows = await database().backupCode.findMany({
      where: { accountId: patient.actor.accountId },
    });
    expect(rows.map(({ hash }) => hash.slice(0, 9))).toEqual(Array(10).fill('$argon2id'));
    expect(rows.map(({ hash }) => hash)).toEqual(
      Array(10).fill(expect.stringContaining('$m=19456,t=2,p=1$')),
    );
    const code = fresh[9] ?? '';
    await passSecondFactor(await halfOpen(), { by: 'backup-code', code }, null);
  });

  it('open a session each once, of many parallel tries', async () => {
    const code = codes[3] ?? '';
    const halves = await Promise.all(Array.from({ length: 5 }, halfOpen));
    const outcomes = await Promise.allSettled(
      halves.map((half) => passSecondFactor(half, { by: 'backup-code', code }, null)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const live = await Promise.all(halves.map(({ sessionId }) => findLiveActor(sessionId)));
    expect(live.filter((actor) => actor !== null)).toHaveLength(1);
  });

  it('hold the cap on 50 guesses at once, which leave the codes as they were', async () => {
    const half = await halfOpen();
    const guesses = await Promise.allSettled(
      Array.from({ length: 50 }, () =>
        passSecondFactor(half, { by: 'backup-code', code: '00000-00000' }, null, '203.0.113.9'),
      ),
    );
    const refused = guesses.map((guess) =>
      guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'accepted',
    );
    expect(refused.filter((code) => code === 'factor-wrong')).toHaveLength(5);
    expect(refused.filter((code) => code === 'too-many-requests')).toHaveLength(45);
    // The owner, on another network.
    const code = codes[0] ?? '';
    await passSecondFactor(half, { by: 'backup-code', code }, null, '198.51.100.9');
    expect(await findLiveActor(half.sessionId)).not.toBeNull();
  });

  it('are read as people write them', async () => {
    const typed = (codes[0] ?? '').toLowerCase().replace('-', ' ').replaceAll('0', 'o');
    const half = await halfOpen();
    await passSecondFactor(half, { by: 'backup-code', code: typed }, null);
    expect(await findLiveActor(half.sessionId)).not.toBeNull();
  });

  it('of another account open nothing', async () => {
    const other = await createPatient();
    await setUpTotp(other);
    const [foreign = ''] = await giveCodes(other);
    const half = await halfOpen();
    await expect(
      passSecondFactor(half, { by: 'backup-code', code: foreign }, null),
    ).rejects.toMatchObject({ code: 'factor-wrong' });
  });

  it('are replaced by new ones, for which a fresh proof is needed', async () => {
    const old = codes[0] ?? '';
    await createBackupCodes(patient.actor);
    await expect(
      passSecondFactor(await halfOpen(), { by: 'backup-code', code: old }, null),
    ).rejects.toMatchObject({ code: 'factor-wrong' });
    await letProofGrowOld(patient);
    await expect(createBackupCodes(patient.actor)).rejects.toMatchObject({ code: 'proof-needed' });
  });

  it('are not made for an account without a second factor', async () => {
    const other = await createPatient();
    await expect(createBackupCodes(other.actor)).rejects.toMatchObject({ code: 'wrong-state' });
  });
});
