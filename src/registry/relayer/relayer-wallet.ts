import { parseEther, Wallet } from 'ethers';
import { env } from '@/platform/env';

/** The account that sends what patients have signed, and pays; null where patients pay by themselves. */
export function relayerWallet(): Wallet | null {
  const { RELAYER_PRIVATE_KEY } = env();
  return RELAYER_PRIVATE_KEY === undefined ? null : new Wallet(RELAYER_PRIVATE_KEY);
}

/** What the clinic pays at most, in wei. */
export function relayerLimits(): { perReport: bigint; perPatientAndDay: bigint } {
  const { RELAYER_MAX_FEE, RELAYER_DAILY_BUDGET } = env();
  return { perReport: toWei(RELAYER_MAX_FEE), perPatientAndDay: toWei(RELAYER_DAILY_BUDGET) };
}

function toWei(ether: number): bigint {
  return parseEther(ether.toFixed(12));
}
