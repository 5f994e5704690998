import { createHash } from 'node:crypto';
import type { Connection } from 'mariadb';

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

/** A request to correct a name, as versions before `only_sealed_people` kept it. */
export async function insertTexts(connection: Connection): Promise<void> {
  await connection.query(
    `INSERT INTO ProfileChange (id, accountId, state, wanted, reason, answer, decidedAt)
      SELECT UUID(), id, 'DECLINED', ?, 'My file says HIV.', 'Please bring a passport.', NOW(3)
      FROM Account WHERE email = ?`,
    [JSON.stringify(WANTED), 'eleni@mail.example'],
  );
}
