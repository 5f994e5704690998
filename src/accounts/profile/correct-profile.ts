import { queueSecurityNotice } from '@/accounts/notices/queue-security-notice';
import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import type { ProfileFields } from './profile-fields';
import { referToPerson } from './refer-to-person';
import { lockProfile, writeProfile } from './write-profile';

/** An administrator's correction. */
interface Correction {
  wanted: ProfileFields;
  /** Why; the person is mailed it. */
  answer: string;
  /** The person's open request that it grants; null when nobody asked here. */
  changeId: string | null;
}

/**
 * Corrects somebody's name, spelling or birth date. Reports that were sent keep what they were signed with.
 * @throws AppError forbidden for everyone except administrators; proof-needed; not-found; conflict when the request is
 * decided or replaced meanwhile; invalid-input
 */
export async function correctProfile(
  actor: Actor,
  accountId: string,
  { wanted, answer, changeId }: Correction,
): Promise<void> {
  if (actor.role !== 'ADMIN') throw new AppError('forbidden');
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const profile = await lockProfile(tx, accountId);
    if (changeId !== null) {
      // Claimed by a write: another administrator may decline it at this moment.
      const { count } = await tx.profileChange.updateMany({
        where: { id: changeId, openFor: accountId, state: 'ASKED' },
        data: { state: 'DONE', openFor: null, mac: null },
      });
      if (count === 0) throw new AppError('conflict');
    }
    await writeProfile(tx, actor, profile, wanted, { answer, changeId });
    const about = await referToPerson(tx, accountId);
    await queueSecurityNotice(tx, actor, { kind: 'administration', act: 'profile-correct', about });
  });
}
