import { expect, type APIRequestContext } from '@playwright/test';
import { z } from 'zod';
import { database } from '@/platform/database/database';
import { tokenHash } from '@/vault/token-hash';
import { call } from './api';
import { codeIn, waitForMail } from './mailbox';
import type { Guest } from './shared-report';
import { sentencePattern } from '../../support/messages/sentence-pattern';

export const CODE_SUBJECT = sentencePattern('sharing.guestCodeMail.subject');

const sessionSchema = z.object({ sessionId: z.uuid() });

/** The row behind a guest's link. */
export async function grantOf({ token }: Guest) {
  const hash = await tokenHash(database(), token);
  return database().grant.findFirstOrThrow({ where: { links: { some: { tokenHash: hash } } } });
}

/** As if a minute had passed since the last code was asked for. */
export async function letCodePausePass(guest: Guest): Promise<void> {
  const { id } = await grantOf(guest);
  const codeRequestedAt = new Date(Date.now() - 120_000);
  await database().grant.update({ where: { id }, data: { codeRequestedAt } });
}

/**
 * Asks for a code and reads it from the guest's own mailbox.
 * @param before how many codes have been mailed there already
 */
export async function mailedCode(
  request: APIRequestContext,
  guest: Guest,
  before = 0,
): Promise<string> {
  const asked = await call(request, 'POST', '/api/guest/codes', { data: { token: guest.token } });
  expect(asked.status()).toBe(204);
  return codeIn(await waitForMail(guest.email, CODE_SUBJECT, before));
}

/** Proves the mailbox; the request's cookies then hold the session, whose id is returned. */
export async function openSession(request: APIRequestContext, guest: Guest): Promise<string> {
  const code = await mailedCode(request, guest);
  const data = { token: guest.token, code };
  const opened = await call(request, 'POST', '/api/guest/sessions', { data });
  return sessionSchema.parse(await opened.json()).sessionId;
}
