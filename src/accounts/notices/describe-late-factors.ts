import type { Account } from '@/generated/prisma/client';
import type { Translate } from '@/messages/translator';
import { database } from '@/platform/database/database';
import { mailTime } from '@/platform/mail/mail-time';
import { DAY_MS } from '@/platform/time/durations';

/** The links of the mails about them work for as long: see mint-account-token.ts. */
const LATELY_MS = 30 * DAY_MS;

/**
 * What the mail about a freeze says of second factors that were added lately and yet open the account: they are older
 * than what its owner reported. If one is the stranger's, the link of the mail about it takes it from them, too.
 * @returns no paragraphs where there is no such factor
 */
export async function describeLateFactors(
  { id, factorsDoubtedFrom, frozenAt, timeZone }: Account,
  t: Translate,
): Promise<string[]> {
  if (frozenAt === null || factorsDoubtedFrom === null) return [];
  const lately = { gte: new Date(frozenAt.getTime() - LATELY_MS), lt: factorsDoubtedFrom };
  const [passkeys, apps] = await Promise.all([
    database().passkey.findMany({
      where: { accountId: id, createdAt: lately },
      orderBy: { createdAt: 'asc' },
    }),
    database().totpSecret.findMany({ where: { accountId: id, confirmedAt: lately } }),
  ]);
  const lines = [
    ...passkeys.map(({ createdAt }) =>
      t('accounts.lateFactors.passkey', { when: mailTime(createdAt, timeZone, t) }),
    ),
    ...apps.flatMap(({ confirmedAt }) =>
      confirmedAt === null
        ? []
        : [t('accounts.lateFactors.totp', { when: mailTime(confirmedAt, timeZone, t) })],
    ),
  ];
  return lines.length === 0 ? [] : [t('accounts.lateFactors.lead'), ...lines];
}
