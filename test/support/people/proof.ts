import { MINUTE_MS } from '@/platform/time/durations';
import { alterSession } from './alter-session';
import type { Person } from './factories';

/** As if the person had just typed their password, in a test that takes longer than a proof lasts. */
export function giveFreshProof(person: Person): Promise<void> {
  return setProof(person, new Date());
}

/** As if the person had logged in a while ago: every act of weight asks for the password again. */
export function letProofGrowOld(person: Person): Promise<void> {
  return setProof(person, new Date(Date.now() - 5 * MINUTE_MS - 1_000));
}

function setProof({ actor }: Person, provedAt: Date): Promise<void> {
  return alterSession(actor.sessionId, { provedAt });
}
