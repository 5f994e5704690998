import { getAddress, hexlify } from 'ethers';
import { Prisma } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { openMetadata } from '@/registry/metadata/seal-metadata';
import { dataKeyOf, WITH_KEYS } from '@/reports/sealed/keyed-report';
import { issuerWallet } from '@/registry/contract/sign-attestation';
import { listNames } from '@/vault/object-store';
import { ERASED_TABLES } from './account-tables';
import { isSignedBySigner, type ErasureReceipt } from './erasure-receipt';

/** What a check of a receipt found. Everything is as the receipt states when `left` is empty and the rest is true. */
export interface ErasureFindings {
  /** The receipt is as it was signed, by an issuer of this installation. */
  signatureRight: boolean;
  /** The account is erased, and the trail holds the event that the receipt names. */
  recorded: boolean;
  /** What should be gone and is not, e.g. `row Session`, `object 12ab…`, `key 0x…`, `metadata 0x…`. */
  left: string[];
  /** How many reports were looked at. */
  reports: number;
}

/**
 * Compares an erasure receipt with database, store, keyring and the index of the chain.
 * @throws AppError store-unavailable, database-unavailable
 */
export async function verifyErasure(receipt: ErasureReceipt): Promise<ErasureFindings> {
  const { statement } = receipt;
  const left = [
    ...(await rowsLeft(statement.accountId)),
    ...(await objectsLeft(statement.destroyed.map(({ objectAddress }) => objectAddress))),
  ];
  for (const { contentHash } of statement.destroyed) left.push(...(await keysLeft(contentHash)));
  return {
    signatureRight: isSignedBySigner(receipt) && (await isOurIssuer(receipt.signer)),
    recorded: await isRecorded(receipt),
    left,
    reports: statement.destroyed.length,
  };
}

async function isOurIssuer(signer: string): Promise<boolean> {
  if (getAddress(signer) === issuerWallet().address) return true;
  // The key may have been exchanged since.
  const former = await database().chainRoleHolder.count({
    where: { role: 'ISSUER', account: getAddress(signer) },
  });
  return former > 0;
}

async function isRecorded({ statement }: ErasureReceipt): Promise<boolean> {
  const { accountId, audit } = statement;
  const event = await database().auditEvent.findFirst({
    where: { subjectId: accountId, action: 'erasure.destroyed' },
    orderBy: { id: 'desc' },
  });
  const account = await database().account.findUnique({ where: { id: accountId } });
  return (
    account?.status === 'ERASED' &&
    event !== null &&
    event.shard === audit.shard &&
    String(event.sequence) === audit.sequence &&
    hexlify(event.hash) === audit.hash
  );
}

async function rowsLeft(accountId: string): Promise<string[]> {
  const left: string[] = [];
  const count = async (what: string, query: Prisma.Sql) => {
    const [row] = await database().$queryRaw<{ found: bigint }[]>(query);
    if (Number(row?.found ?? 0) > 0) left.push(`row ${what}`);
  };
  for (const table of ERASED_TABLES) {
    await count(
      table,
      Prisma.sql`SELECT COUNT(*) AS found FROM ${Prisma.raw(table)} WHERE accountId = ${accountId}`,
    );
  }
  await count(
    'StagedReport',
    Prisma.sql`SELECT COUNT(*) AS found FROM StagedReport JOIN Report ON Report.id = reportId
      WHERE patientId = ${accountId} AND keptUntil IS NULL`,
  );
  await count(
    'Grant',
    Prisma.sql`SELECT COUNT(*) AS found FROM \`Grant\` JOIN Report ON Report.id = reportId
      WHERE patientId = ${accountId}`,
  );
  await count(
    'Report',
    Prisma.sql`SELECT COUNT(*) AS found FROM Report
      WHERE patientId = ${accountId} AND keptUntil IS NULL AND state <> 'ERASED'`,
  );
  return left;
}

async function objectsLeft(addresses: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const address of addresses) {
    for await (const name of listNames(address)) left.push(`object ${name}`);
  }
  return left;
}

/** Whether anything still opens a report: its data key, or what was sealed of it on the chain. */
async function keysLeft(contentHash: string): Promise<string[]> {
  const hash = Uint8Array.from(Buffer.from(contentHash.slice(2), 'hex'));
  const row = await database().report.findUnique({
    where: { contentHash: hash },
    include: WITH_KEYS,
  });
  const dataKey = row === null ? null : openOrNull(row);
  if (dataKey === null) return [];
  const chain = await database().chainReport.findUnique({ where: { contentHash: hash } });
  const left = [`key ${contentHash}`];
  if (chain === null) return left;
  try {
    openMetadata(dataKey, hash, chain.sealedMetadata);
    return [...left, `metadata ${contentHash}`];
  } catch {
    return left;
  }
}

function openOrNull(row: Parameters<typeof dataKeyOf>[0]): Uint8Array | null {
  try {
    return dataKeyOf(row);
  } catch {
    return null;
  }
}
