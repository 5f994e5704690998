import { requestErasure } from '@/accounts/erasure/request-erasure';
import { eraseDue } from '@/interop/erasure/erase-due';
import { receiptSchema, type ErasureReceipt } from '@/interop/erasure/erasure-receipt';
import { database } from '@/platform/database/database';
import { MINUTE_MS } from '@/platform/time/durations';
import type { Person } from '../people/factories';
import { deliverMails } from '../people/mail';
import { RUNNING } from './exports';

/** The newest erasure of a person. */
export function erasureOf({ actor }: Person) {
  return database().erasure.findFirstOrThrow({
    where: { accountId: actor.accountId },
    orderBy: { requestedAt: 'desc' },
  });
}

/** As if the 72 hours, or a pause, or the lease of a dead worker, were over. */
export async function letErasureBeDue(person: Person): Promise<void> {
  const { id } = await erasureOf(person);
  const past = new Date(Date.now() - MINUTE_MS);
  await database().erasure.update({
    where: { id },
    data: { dueAt: past, runAfter: past, claimedUntil: null },
  });
}

/** Asks for the erasure of a person, who gets the mail about it, and lets the time be over. */
export async function dueErasure(person: Person): Promise<void> {
  await requestErasure(person.actor, person.actor.email);
  await deliverMails();
  await letErasureBeDue(person);
}

/** Erases a person as the workers do. */
export async function erase(person: Person): Promise<ErasureReceipt> {
  await dueErasure(person);
  while (await eraseDue(RUNNING));
  return receiptOf(person);
}

/** The receipt of a person who was erased. */
export async function receiptOf(person: Person): Promise<ErasureReceipt> {
  const { receipt } = await erasureOf(person);
  return receiptSchema.parse(JSON.parse(receipt ?? 'null'));
}
