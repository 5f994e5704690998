import type { Actor } from '@/accounts/sessions/actor';
import { readForecast } from '@/forecast/answer/read-forecast';
import { listReminders } from '@/forecast/reminders/list-reminders';
import { FeeForecast } from '@/forecast/ui/fee-forecast';
import { TYPICAL_ANCHORING_GAS } from '@/registry/fees/quote-fee';

/** The best time for a transaction, below the price of that transaction. */
export async function AnchoringForecast({ actor }: { actor: Actor }) {
  const [answer, reminders] = await Promise.all([readForecast(), listReminders(actor)]);
  return (
    <FeeForecast
      answer={answer}
      reminders={reminders}
      typical={null}
      typicalGas={Number(TYPICAL_ANCHORING_GAS)}
      compact
    />
  );
}
