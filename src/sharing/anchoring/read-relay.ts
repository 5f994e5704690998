import type { Actor } from '@/accounts/sessions/actor';
import { database } from '@/platform/database/database';
import { isRelayHindrance, type RelayHindrance } from '@/registry/relayer/relay-hindrances';

/** A transaction that the patient signed and the clinic has not sent yet. */
interface Relay {
  /** What the clinic waits for; null when it sends it at once. */
  waitsFor: RelayHindrance | null;
  /** ISO 8601; what was not sent by then has failed. */
  deadline: string;
}

/** Reads whether a prepared transaction waits for the clinic to send it; null for all others. */
export async function readRelay(actor: Actor, transactionId: string): Promise<Relay | null> {
  const found = await database().chainTransaction.findFirst({
    where: { id: transactionId, status: 'PREPARED', report: { patientId: actor.accountId } },
    select: { relayedCall: { select: { waitsFor: true, deadline: true } } },
  });
  if (found?.relayedCall == null) return null;
  const { waitsFor, deadline } = found.relayedCall;
  return {
    waitsFor: isRelayHindrance(waitsFor) ? waitsFor : null,
    deadline: deadline.toISOString(),
  };
}
