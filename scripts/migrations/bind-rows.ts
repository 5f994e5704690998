import type { Connection } from 'mariadb';
import { workplaceFields, type WorkplaceFields } from '@/accounts/doctors/doctor-profile-mac';
import { resetFields, type ResetFields } from '@/accounts/factor-resets/factor-reset-mac';
import {
  backupCodeFields,
  type BackupCodeFields,
} from '@/accounts/factors/backup-codes/backup-code-mac';
import { totpFields, type TotpFields } from '@/accounts/factors/totp/totp-mac';
import { accountFields, type AccountFields } from '@/accounts/passwords/account-mac';
import { walletFields, type WalletFields } from '@/accounts/wallets/wallet-mac';
import type { Account } from '@/generated/prisma/client';
import { recoveryFields, type RecoveryFields } from '@/registry/recovery/recovery-mac';
import { recipientFields, type RecipientFields } from '@/reports/recovery-kit/recipient-mac';
import type { ProofPurpose } from '@/vault/derive-key';
import { isSameMac, proofMacBy, type ProofFields } from '@/vault/proof-mac';
import type { Keyring } from '@/vault/seal-under-keyring';
import { formerAccountFields } from './former-account-fields';
import { pages } from './pages';
import { proofsKeyOf } from './proofs-key';

/**
 * Between the migrations `bound_rows` and `only_bound_rows`: authenticates what versions before did not. An account is
 * authenticated anew only when it was genuine. Ends what was begun when it is run again.
 * @param keyring opens the key of the system for proofs
 */
export async function bindRows(connection: Connection, keyring: Keyring): Promise<void> {
  const key = await proofsKeyOf(connection, keyring);
  await bindAccounts(connection, key);
  const bind = <Row>(table: string, where: string, by: Binding<Row>) =>
    bindTable(connection, key, { table, where, ...by });
  await bind<WorkplaceFields>('DoctorProfile', 'TRUE', {
    ...{ purpose: 'doctor-profile', idColumn: 'accountId', fieldsOf: workplaceFields },
  });
  await bind<TotpFields>('TotpSecret', 'confirmedAt IS NOT NULL', {
    ...{ purpose: 'totp', idColumn: 'accountId', fieldsOf: totpFields },
  });
  await bind<BackupCodeFields>('BackupCode', 'usedAt IS NULL', {
    ...{ purpose: 'backup-code', idColumn: 'id', fieldsOf: backupCodeFields },
  });
  await bind<ResetFields>('FactorReset', 'endedAt IS NULL', {
    ...{ purpose: 'factor-reset', idColumn: 'id', fieldsOf: resetFields },
  });
  await bind<WalletFields>('Wallet', 'TRUE', {
    ...{ purpose: 'wallet', idColumn: 'id', fieldsOf: walletFields },
  });
  await bind<RecipientFields>('RecoveryRecipient', 'revokedAt IS NULL', {
    ...{ purpose: 'recovery-recipient', idColumn: 'id', fieldsOf: recipientFields },
  });
  await bind<RecoveryFields>('WalletRecovery', 'requestedAt IS NOT NULL', {
    ...{ purpose: 'wallet-recovery', idColumn: 'id', fieldsOf: recoveryFields },
  });
}

interface Binding<Row> {
  purpose: ProofPurpose;
  idColumn: 'id' | 'accountId';
  fieldsOf: (row: Row) => ProofFields;
}

async function bindTable<Row>(
  connection: Connection,
  key: Uint8Array,
  { table, where, purpose, idColumn, fieldsOf }: Binding<Row> & { table: string; where: string },
): Promise<void> {
  const id = idColumn === 'id' ? '' : ', accountId AS id';
  const select = `SELECT *${id} FROM ${table} WHERE mac IS NULL AND ${where}`;
  for await (const rows of pages<Row & { id: string }>(connection, select, idColumn)) {
    await connection.batch(
      `UPDATE ${table} SET mac = ? WHERE ${idColumn} = ?`,
      rows.map((row) => [Buffer.from(proofMacBy(key, purpose, fieldsOf(row))), row.id]),
    );
  }
}

async function bindAccounts(connection: Connection, key: Uint8Array): Promise<void> {
  const select = `SELECT id, role, status, email, passwordHash, displayName, printedName,
    secondFactorSince, secondFactorDueAt, frozenAt, factorsDoubtedFrom, mac FROM Account`;
  type Row = AccountFields & Pick<Account, 'mac'>;
  for await (const accounts of pages<Row>(connection, select, 'id')) {
    const genuine = accounts.filter((account) =>
      isSameMac(account.mac, proofMacBy(key, 'account', formerAccountFields(account))),
    );
    if (genuine.length === 0) continue;
    await connection.batch(
      'UPDATE Account SET mac = ? WHERE id = ?',
      genuine.map((account) => [
        Buffer.from(proofMacBy(key, 'account', accountFields(account))),
        account.id,
      ]),
    );
  }
}
