import type { Actor } from '@/accounts/actor';
import { readForecast } from '@/forecast/answer/read-forecast';
import { readReminder } from '@/forecast/reminders/read-reminder';
import { FeeForecast } from '@/forecast/ui/fee-forecast';
import { TYPICAL_ANCHORING_GAS } from '@/registry/quote-fee';

/** When to transact, beside the price of the very transaction that it stands below. */
export async function AnchoringForecast({ actor }: { actor: Actor }) {
  const answer = await readForecast();
  return (
    <FeeForecast
      answer={answer}
      remindsAt={await readReminder(actor, answer)}
      typical={null}
      typicalGas={Number(TYPICAL_ANCHORING_GAS)}
      compact
    />
  );
}
