import type { Translate } from '@/messages/translator';
import { mintAccountToken } from '@/accounts/passwords/mint-account-token';
import { inTransaction } from '@/platform/database/database';

/**
 * The button of a mail that freezes the account in case somebody else did what the mail is about.
 * @param at when that was: second factors set up since are doubted; now by default
 */
export async function notMeAction(accountId: string, t: Translate, at?: Date) {
  const token = await inTransaction((tx) => mintAccountToken(tx, accountId, 'NOT_ME', at));
  return { label: t('accounts.securityNotice.action'), path: `/not-me#${token}` };
}
