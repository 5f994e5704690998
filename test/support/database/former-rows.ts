import { createHash } from 'node:crypto';
import type { Connection } from 'mariadb';
import { newBackupCode } from '@/accounts/factors/backup-codes/backup-code';
import { parseEnv } from '@/platform/env';
import { sealUnderKeyring } from '@/vault/seal-under-keyring';
import { quickHash } from '../people/quick-hash';

/** The secret of the links, and the id of the session, that `insertProofs` makes. */
export const TOKEN = 'a'.repeat(43);
export const SESSION = '0190c0de-0000-7000-8000-00000000beef';

const WANTED = {
  ...{ name: 'Eleni P', printedName: null, givenNames: null, familyName: null },
  birthDate: '1959-01-30',
};

/** A session, a guest's session and links whose secrets are known, as that version kept them. */
export async function insertProofs(connection: Connection): Promise<void> {
  const hash = createHash('sha256').update(TOKEN).digest();
  await connection.query(
    `INSERT INTO Session (id, accountId, expiresAt)
      SELECT ?, id, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM Account WHERE email = ?`,
    [SESSION, 'eleni@mail.example'],
  );
  await connection.query(
    `INSERT INTO AccountToken (id, accountId, purpose, tokenHash, expiresAt)
      SELECT UUID(), id, 'RESET_PASSWORD', ?, UTC_TIMESTAMP(3) + INTERVAL 1 HOUR FROM Account WHERE email = ?`,
    [hash, 'eleni@mail.example'],
  );
  await connection.query(
    'INSERT INTO GuestLink (id, grantId, tokenHash) SELECT UUID(), id, ? FROM `Grant` ORDER BY id LIMIT 1',
    [hash],
  );
  await connection.query(
    `INSERT INTO GuestSession (id, grantId, tokenHash, expiresAt)
      SELECT UUID(), id, ?, UTC_TIMESTAMP(3) + INTERVAL 10 MINUTE FROM \`Grant\` ORDER BY id LIMIT 1`,
    [hash],
  );
}

/** A retraction that the chain has, as versions before `only_bound_retractions` kept it. */
export async function insertRetraction(connection: Connection): Promise<void> {
  await connection.query(
    `INSERT INTO ChainTransaction (id, reportId, kind, status, sender, permissions, updatedAt)
      SELECT UUID(), id, 'RETRACT_REPORT', 'CONFIRMED', ?, '[]', NOW(3)
      FROM Report WHERE state = 'ANCHORED' LIMIT 1`,
    [`0x${'1'.repeat(40)}`],
  );
}

/** Requests to correct a name, a declined and an open one, as versions before `only_sealed_people` kept them. */
export async function insertTexts(connection: Connection): Promise<void> {
  await connection.query(
    `INSERT INTO ProfileChange (id, accountId, state, wanted, reason, answer, decidedAt)
      SELECT UUID(), id, 'DECLINED', ?, 'My file says HIV.', 'Please bring a passport.', NOW(3)
      FROM Account WHERE email = ?`,
    [JSON.stringify(WANTED), 'eleni@mail.example'],
  );
  await connection.query(
    `INSERT INTO ProfileChange (id, accountId, openFor, state, wanted, reason)
      SELECT UUID(), id, id, 'ASKED', ?, 'It was misspelled.' FROM Account WHERE email = ?`,
    [JSON.stringify(WANTED), 'gulsah@mail.example'],
  );
}

/** The key of the app, the code and the public key that `insertFactors` makes. */
export const APP_KEY = new Uint8Array(20).fill(7);
export const BACKUP_CODE = newBackupCode();
export const RECIPIENT = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

/** An app, a backup code and a recovery key, as versions before `only_bound_rows` kept them; and a forged role. */
export async function insertFactors(connection: Connection): Promise<void> {
  const [gulsah] = await connection.query<{ id: string }[]>(
    `SELECT id FROM Account WHERE email = 'gulsah@mail.example'`,
  );
  const accountId = gulsah?.id ?? '';
  // The environment of the test must not be taken into use yet: its database changes.
  const keyring = parseEnv(process.env).KEYRING;
  const { keyId, sealed } = sealUnderKeyring(APP_KEY, `totp/${accountId}`, keyring);
  await connection.query(
    `INSERT INTO TotpSecret (accountId, keyId, sealed, confirmedAt, lastStep)
      VALUES (?, ?, ?, '2026-11-01', 1)`,
    [accountId, keyId, Buffer.from(sealed)],
  );
  await connection.query(`UPDATE Account SET secondFactorSince = '2026-11-01' WHERE id = ?`, [
    accountId,
  ]);
  await connection.query('INSERT INTO BackupCode (id, accountId, hash) VALUES (UUID(), ?, ?)', [
    accountId,
    await quickHash(BACKUP_CODE),
  ]);
  await connection.query(
    `INSERT INTO RecoveryRecipient (id, accountId, way, generation, recipient)
      VALUES (UUID(), ?, 'PAPER', 1, ?)`,
    [accountId, RECIPIENT],
  );
  await connection.query(
    `UPDATE Account SET role = 'ADMIN' WHERE email = 'maria.keller@clinic.example'`,
  );
}
