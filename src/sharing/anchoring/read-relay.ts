import type { z } from 'zod';
import type { Actor } from '@/accounts/sessions/actor';
import type { RelayedCall } from '@/generated/prisma/client';
import { database } from '@/platform/database/database';
import { feeQuoteSchema } from '@/registry/fees/fee-quote-schema';
import { isRelayHindrance } from '@/registry/relayer/relay-hindrances';
import { pricePlan } from '@/registry/relayer/price-plan';
import { sendingPlanSchema, type PricedPlan } from '@/registry/relayer/sending-plan';
import type { transactionAnswerSchema } from './prepared-transaction';

/** A transaction that the patient signed and the clinic has not sent yet; null for all others. */
type Relay = z.infer<typeof transactionAnswerSchema>['relay'];

/** Reads whether a prepared transaction waits for the clinic to send it; null for all others. */
export async function readRelay(actor: Actor, transactionId: string): Promise<Relay> {
  const found = await database().chainTransaction.findFirst({
    where: { id: transactionId, status: 'PREPARED', report: { patientId: actor.accountId } },
    select: { relayedCall: true },
  });
  if (found?.relayedCall == null) return null;
  const { waitsFor, whenCheap, deadline } = found.relayedCall;
  return {
    waitsFor: isRelayHindrance(waitsFor) ? waitsFor : null,
    whenCheap,
    plan: whenCheap ? planOf(found.relayedCall) : null,
    deadline: deadline.toISOString(),
  };
}

function planOf({ plan, quote }: RelayedCall): PricedPlan | null {
  const stored = sendingPlanSchema.safeParse(plan);
  const signed = feeQuoteSchema.safeParse(quote);
  return stored.success && signed.success ? pricePlan(stored.data, signed.data) : null;
}
