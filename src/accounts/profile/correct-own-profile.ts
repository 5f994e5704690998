import type { Actor } from '@/accounts/sessions/actor';
import { requireFreshProof } from '@/accounts/sessions/require-fresh-proof';
import { inTransaction } from '@/platform/database/database';
import { AppError } from '@/platform/errors';
import { isSameProfile, type ProfileFields } from './profile-fields';
import type { Profile } from './read-profile';
import { lockProfile, writeProfile } from './write-profile';

/**
 * Corrects a person's own name, spelling and birth date. A patient may until the first report was sent to them, an
 * administrator always. Whoever lacks the spelling that documents need may add it. Clinic and licence stay.
 * @throws AppError proof-needed; wrong-state when only an administrator can correct it; invalid-input
 */
export async function correctOwnProfile(actor: Actor, input: ProfileFields): Promise<void> {
  await requireFreshProof(actor);
  await inTransaction(async (tx) => {
    const profile = await lockProfile(tx, actor.accountId);
    const { clinic, licenceNumber } = profile.fields;
    const wanted: ProfileFields = { ...input, clinic, licenceNumber };
    if (!isAllowed(profile, wanted)) {
      throw new AppError('wrong-state', { detail: (t) => t('accounts.profile.askInstead') });
    }
    await writeProfile(tx, actor, profile, wanted, { answer: null, changeId: null });
  });
}

function isAllowed({ fields, ownCorrection }: Profile, wanted: ProfileFields): boolean {
  if (ownCorrection !== 'printed-name') return ownCorrection === 'all';
  const { printedName } = wanted;
  return isSameProfile({ ...fields, printedName }, wanted);
}
