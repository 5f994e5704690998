import type { Connection } from 'mariadb';
import { sealBloodGroup } from '@/accounts/people/sealed-blood-group';
import type { BloodGroup } from '@/generated/prisma/enums';
import { sealTextBy } from '@/vault/person-texts';
import type { Keyring } from '@/vault/seal-under-keyring';
import { personKeyOf } from './person-key-of';

const AT_ONCE = 200;

/**
 * Between the migrations `sealed_people` and `only_sealed_people`: seals blood groups and what people wrote in their own
 * words with the keys of the people they are about. Ends what was begun when it is run again.
 * @param keyring seals the keys of people
 */
export async function sealPeople(connection: Connection, keyring: Keyring): Promise<void> {
  const patients = unsealedRows<{ id: string; bloodGroup: BloodGroup }>(
    connection,
    'SELECT accountId AS id, bloodGroup FROM PatientProfile WHERE sealedBloodGroup IS NULL',
  );
  for await (const { id, bloodGroup } of patients) {
    const sealed = sealBloodGroup(await personKeyOf(connection, keyring, id), id, bloodGroup);
    await connection.query('UPDATE PatientProfile SET sealedBloodGroup = ? WHERE accountId = ?', [
      Buffer.from(sealed),
      id,
    ]);
  }
  const changes = unsealedRows<Change>(
    connection,
    `SELECT id, accountId, reason, answer FROM ProfileChange
      WHERE (reason IS NOT NULL AND sealedReason IS NULL) OR (answer IS NOT NULL AND sealedAnswer IS NULL)`,
  );
  for await (const { id, accountId, reason, answer } of changes) {
    const key = await personKeyOf(connection, keyring, accountId);
    const sealed = (text: string | null, part: 'reason' | 'answer') =>
      text === null ? null : Buffer.from(sealTextBy(key, `profile-change/${id}/${part}`, text));
    await connection.query(
      'UPDATE ProfileChange SET sealedReason = ?, sealedAnswer = ? WHERE id = ?',
      [sealed(reason, 'reason'), sealed(answer, 'answer'), id],
    );
  }
  const recoveries = unsealedRows<Record<'id' | 'accountId' | 'declineReason', string>>(
    connection,
    `SELECT id, accountId, declineReason FROM WalletRecovery
      WHERE declineReason IS NOT NULL AND sealedDeclineReason IS NULL`,
  );
  for await (const { id, accountId, declineReason } of recoveries) {
    const key = await personKeyOf(connection, keyring, accountId);
    const sealed = sealTextBy(key, `wallet-recovery/${id}/reason`, declineReason);
    await connection.query('UPDATE WalletRecovery SET sealedDeclineReason = ? WHERE id = ?', [
      Buffer.from(sealed),
      id,
    ]);
  }
}

interface Change extends Record<'id' | 'accountId', string> {
  reason: string | null;
  answer: string | null;
}

/** The rows that a query finds, some in a transaction, until it finds none: each is sealed before the next is read. */
async function* unsealedRows<Row>(connection: Connection, unsealed: string): AsyncGenerator<Row> {
  for (;;) {
    const rows = await connection.query<Row[]>(`${unsealed} LIMIT ${AT_ONCE}`);
    if (rows.length === 0) return;
    await connection.beginTransaction();
    yield* rows;
    await connection.commit();
  }
}
