import type { Connection } from 'mariadb';
import { emailChangeFields } from '@/accounts/email-change/email-change-mac';
import { passkeyFields } from '@/accounts/factors/passkeys/passkey-mac';
import { accountTokenFields } from '@/accounts/passwords/account-token-mac';
import { sessionFields, type DecidingFields } from '@/accounts/sessions/session-mac';
import { headMac, keysOf } from '@/audit/trail-key';
import type { AccountToken, EmailChange, Passkey } from '@/generated/prisma/client';
import { guestSessionFields } from '@/sharing/guest/guest-session-mac';
import { proofMacBy } from '@/vault/proof-mac';
import type { Keyring } from '@/vault/seal-under-keyring';
import { newSystemKey, openSystemKey } from '@/vault/system-key';
import { keyedTokenHash } from '@/vault/token-hash';
import { formerAccountFields, type FormerAccount } from './former-account-fields';
import { pages } from './pages';

/**
 * Between the migrations `keyed_proofs` and `only_keyed`: keys what versions before hashed plainly, so that sessions and
 * mailed links stay good, and authenticates the end of the trail's chains, which closes the events before. All in one
 * transaction, which also makes the keys: where they are, it was done.
 * @param keyring seals the keys
 */
export async function keyProofs(connection: Connection, keyring: Keyring): Promise<void> {
  const [done] = await connection.query<unknown[]>(`SELECT 1 FROM SystemKey WHERE name = 'proofs'`);
  if (done !== undefined) return;
  await connection.beginTransaction();
  const proofs = await insertKey(connection, 'proofs', keyring);
  await keyAccounts(connection, proofs);
  await keyPasskeys(connection, proofs);
  await keyGuestLinks(connection, proofs);
  await keyGuestSessions(connection, proofs);
  await keyAccountTokens(connection, proofs);
  await keyEmailChanges(connection, proofs);
  await keySessions(connection, proofs);
  await keyHeads(connection, await insertKey(connection, 'audit-trail', keyring));
  await connection.commit();
}

async function insertKey(
  connection: Connection,
  name: string,
  keyring: Keyring,
): Promise<Uint8Array> {
  const row = newSystemKey(name, keyring);
  await connection.query('INSERT INTO SystemKey (name, keyId, sealedKey) VALUES (?, ?, ?)', [
    name,
    row.keyId,
    Buffer.from(row.sealedKey),
  ]);
  return openSystemKey(row, keyring);
}

async function keyAccounts(connection: Connection, key: Uint8Array): Promise<void> {
  const select = 'SELECT id, role, status, email, passwordHash FROM Account';
  for await (const accounts of pages<FormerAccount>(connection, select, 'id')) {
    await connection.batch(
      'UPDATE Account SET mac = ? WHERE id = ?',
      accounts.map((account) => [
        Buffer.from(proofMacBy(key, 'account', formerAccountFields(account))),
        account.id,
      ]),
    );
  }
}

async function keyPasskeys(connection: Connection, key: Uint8Array): Promise<void> {
  const select = 'SELECT id, accountId, credentialId, publicKey, createdAt FROM Passkey';
  for await (const passkeys of pages<Passkey>(connection, select, 'id')) {
    await connection.batch(
      'UPDATE Passkey SET mac = ? WHERE id = ?',
      passkeys.map((passkey) => [
        Buffer.from(proofMacBy(key, 'passkey', passkeyFields(passkey))),
        passkey.id,
      ]),
    );
  }
}

async function keyGuestLinks(connection: Connection, key: Uint8Array): Promise<void> {
  type Link = Record<'id', string> & Record<'tokenHash', Buffer>;
  const select = 'SELECT id, tokenHash FROM GuestLink';
  for await (const links of pages<Link>(connection, select, 'id')) {
    await connection.batch(
      'UPDATE GuestLink SET tokenHash = ? WHERE id = ?',
      links.map(({ id, tokenHash }) => [Buffer.from(keyedTokenHash(key, tokenHash)), id]),
    );
  }
}

async function keyGuestSessions(connection: Connection, key: Uint8Array): Promise<void> {
  interface Row extends Record<'id' | 'grantId' | 'reportId', string> {
    tokenHash: Buffer;
    expiresAt: Date;
    tag: Buffer;
  }
  const select = `SELECT GuestSession.id, grantId, reportId, tag, tokenHash, GuestSession.expiresAt
    FROM GuestSession JOIN \`Grant\` ON \`Grant\`.id = grantId`;
  for await (const rows of pages<Row>(connection, select, 'GuestSession.id')) {
    await connection.batch(
      'UPDATE GuestSession SET tokenHash = ?, mac = ? WHERE id = ?',
      rows.map(({ id, grantId, reportId, expiresAt, ...bytes }) => {
        const tokenHash = keyedTokenHash(key, bytes.tokenHash);
        const grant = { id: grantId, reportId, tag: Uint8Array.from(bytes.tag) };
        const fields = guestSessionFields({ tokenHash, expiresAt, grant });
        return [Buffer.from(tokenHash), Buffer.from(proofMacBy(key, 'guest-session', fields)), id];
      }),
    );
  }
}

async function keyAccountTokens(connection: Connection, key: Uint8Array): Promise<void> {
  const select = 'SELECT id, accountId, purpose, tokenHash, expiresAt, createdAt FROM AccountToken';
  for await (const tokens of pages<AccountToken>(connection, select, 'id')) {
    await connection.batch(
      'UPDATE AccountToken SET tokenHash = ?, mac = ? WHERE id = ?',
      tokens.map((token) => {
        const tokenHash = keyedTokenHash(key, token.tokenHash);
        const fields = accountTokenFields({ ...token, tokenHash });
        return [
          Buffer.from(tokenHash),
          Buffer.from(proofMacBy(key, 'account-token', fields)),
          token.id,
        ];
      }),
    );
  }
}

async function keyEmailChanges(connection: Connection, key: Uint8Array): Promise<void> {
  const wishes = await connection.query<EmailChange[]>('SELECT * FROM EmailChange');
  const keyed = (hash: Uint8Array | null) => hash && Buffer.from(keyedTokenHash(key, hash));
  for (const wish of wishes) {
    const mac = Buffer.from(proofMacBy(key, 'email-change', emailChangeFields(wish)));
    await connection.query(
      'UPDATE EmailChange SET oldTokenHash = ?, newTokenHash = ?, mac = ? WHERE accountId = ?',
      [keyed(wish.oldTokenHash), keyed(wish.newTokenHash), mac, wish.accountId],
    );
  }
}

async function keySessions(connection: Connection, key: Uint8Array): Promise<void> {
  const select = `SELECT id, accountId, createdAt, lastSeenAt, provedAt, secondFactorAt, expiresAt
    FROM Session WHERE revokedAt IS NULL`;
  for await (const sessions of pages<DecidingFields>(connection, select, 'id')) {
    await connection.batch(
      'UPDATE Session SET mac = ? WHERE id = ?',
      sessions.map((session) => [
        Buffer.from(proofMacBy(key, 'session', sessionFields(session))),
        session.id,
      ]),
    );
  }
}

async function keyHeads(connection: Connection, key: Uint8Array): Promise<void> {
  type Head = Record<'shard', number> & Record<'sequence', bigint> & Record<'hash', Buffer>;
  const heads = await connection.query<Head[]>('SELECT shard, sequence, hash FROM AuditHead');
  for (const { shard, sequence, hash } of heads) {
    const keyedFrom = sequence + 1n;
    const head = { shard, sequence, hash: Uint8Array.from(hash), keyedFrom };
    await connection.query('UPDATE AuditHead SET keyedFrom = ?, mac = ? WHERE shard = ?', [
      keyedFrom,
      Buffer.from(headMac(keysOf(key), head)),
      shard,
    ]);
  }
}
