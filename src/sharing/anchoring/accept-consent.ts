import { getBytes, Signature, verifyTypedData } from 'ethers';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { database, inTransaction } from '@/platform/database/database';
import { databaseNow } from '@/platform/database/database-now';
import { AppError } from '@/platform/errors';
import { quoteFee } from '@/registry/fees/quote-fee';
import { findHindrance } from '@/registry/relayer/find-hindrance';
import { isRelaying } from '@/registry/relayer/is-relaying';
import { priceRelayedCall } from '@/registry/relayer/price-relayed-call';
import { queueRelayedCall } from '@/registry/relayer/queue-relayed-call';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import type { TypedData } from '@/registry/wallet/sign-typed-data';
import { findEnds } from '@/reports/retraction/find-ends';
import { isSent } from '@/reports/sealed/sealed-report';
import { composeConsent } from './compose-consent';
import { composeRelayedCall } from './compose-request';
import { lockOwnTransactions } from './lock-own-transactions';
import type { TransactionPart } from './transaction-part';

/**
 * Accepts the patient's signature under a prepared transaction, a batch as a whole: the clinic sends it and pays.
 * The signature is checked, the call simulated and priced before it is queued; idempotent once it is.
 * @param signature 0x-hex, of `eth_signTypedData_v4`: 65 bytes, else it is of a contract wallet and refused
 * @throws AppError proof-needed; not-found; wrong-state when it was sent, cancelled or is too old; report-invalid when
 * a doctor has retracted a report; wallet-signature-wrong; clinic-cannot-pay; chain-refused; chain-unavailable
 */
export async function acceptConsent(
  actor: Actor,
  transactionId: string,
  signature: string,
): Promise<void> {
  await requireFreshProof(actor);
  const parts = await findPrepared(actor, transactionId);
  if (parts === null) return;
  const [first] = parts;
  if (first?.transaction.deadline == null) throw new AppError('wrong-state');
  const { sender, deadline, whenCheap } = first.transaction;
  const words = requireSignature(composeConsent(parts), signature, sender);
  const wallet = relayerWallet();
  if (wallet === null || !(await isRelaying())) throw new AppError('clinic-cannot-pay');
  const request = await composeRelayedCall(parts, words);
  const callData = Uint8Array.from(getBytes(request.data));
  const { mostWei, gas } = await priceRelayedCall(wallet.address, callData);
  const patientId = actor.accountId;
  const reportCount = parts.length;
  const question = { relayer: wallet.address, patientId, mostWei, reportCount, isQueued: false };
  const hindrance = await findHindrance(question);
  // What waits for a low price may be too expensive now.
  if (hindrance !== null && !(whenCheap && hindrance === 'price')) {
    throw new AppError('clinic-cannot-pay', {
      detail: (t) => t(`sharing.acceptConsent.${hindrance}`),
    });
  }
  const waitsFrom = whenCheap ? await quoteFee(gas, request) : null;
  await inTransaction(async (tx) => {
    const locked = await lockOwnTransactions(tx, actor, transactionId);
    if (locked.every(({ transaction }) => transaction.relayedCallId !== null)) return;
    const waits = locked.every(({ transaction }) => transaction.status === 'PREPARED');
    if (!waits || deadline <= (await databaseNow(tx))) throw new AppError('wrong-state');
    const transactionIds = locked.map(({ transaction }) => transaction.id);
    const call = { patientId, transactionIds, callData, deadline, mostWei, waitsFrom };
    await queueRelayedCall(tx, call);
  });
}

/**
 * The prepared parts, in the order of their ids.
 * @returns null when they are signed already
 */
async function findPrepared(
  actor: Actor,
  transactionId: string,
): Promise<TransactionPart[] | null> {
  const asked = await database().chainTransaction.findFirst({
    where: {
      id: transactionId,
      kind: { not: 'RETRACT_REPORT' },
      report: { patientId: actor.accountId },
    },
    select: { batchId: true },
  });
  if (asked === null || actor.role !== 'PATIENT') throw new AppError('not-found');
  const rows = await database().chainTransaction.findMany({
    where: asked.batchId === null ? { id: transactionId } : { batchId: asked.batchId },
    include: { report: { select: { id: true, state: true, contentHash: true } } },
    orderBy: { id: 'asc' },
  });
  if (rows.every(({ relayedCallId }) => relayedCallId !== null)) return null;
  const now = await databaseNow();
  const isOpen = rows.every(
    ({ status, deadline }) => status === 'PREPARED' && deadline !== null && deadline > now,
  );
  if (!isOpen) throw new AppError('wrong-state');
  const reports = rows.map(({ report }) => report);
  if ((await findEnds(database(), reports)).size > 0) throw new AppError('report-invalid');
  return rows.flatMap(({ report, ...transaction }) =>
    isSent(report) ? [{ transaction, contentHash: report.contentHash }] : [],
  );
}

/** `0x` and 65 bytes: a signature of one key. The registry takes no other (EIP-1271 would be needed). */
const ONE_KEY = 132;

/** @returns the signature as the contract takes it */
function requireSignature(
  { domain, types, message }: TypedData,
  signature: string,
  sender: string,
): { r: string; vs: string } {
  const isOfOneKey = signature.length === ONE_KEY;
  const wrong = (cause?: unknown) =>
    new AppError('wallet-signature-wrong', {
      detail: (t) => t(`sharing.acceptConsent.${isOfOneKey ? 'wrongSignature' : 'contractWallet'}`),
      cause,
    });
  try {
    const { r, yParityAndS: vs } = Signature.from(signature);
    if (verifyTypedData(domain, types, message, signature) === sender) return { r, vs };
  } catch (error) {
    throw wrong(error);
  }
  throw wrong();
}
