import type { ChainProfile } from '@/registry/contract/chain-profile';
import { toWalletError, type WalletError } from './wallet-errors';
import { requireAccount } from './connect-account';
import type { Eip1193Provider } from './eip1193';
import { ensureChain } from './ensure-chain';
import { Stopped, type WalletSteps } from './wallet-activity';

/** A transaction or a signature that the wallet is asked for. */
export interface WalletCall<Prepared, Answer> {
  chain: ChainProfile;
  /** The only account that can do it, EIP-55. */
  account: string;
  /** Asks our server what the wallet is to do; not before the wallet has the account and the network. */
  prepare: () => Promise<Prepared>;
  /** Asks the wallet. */
  ask: (provider: Eip1193Provider, prepared: Prepared) => Promise<Answer>;
  /**
   * The wallet has done it.
   * @param late the person had stopped waiting, or had left the page
   */
  onSent: (prepared: Prepared, answer: Answer, late: boolean) => Promise<void> | void;
  /** It is certain that the wallet has done nothing. */
  onRefused?: (prepared: Prepared) => Promise<void>;
  /**
   * The wallet may have done it, or may still do it.
   * @param problem what went wrong; null when the person stopped waiting
   */
  onUncertain?: (prepared: Prepared, problem: WalletError | null) => void;
}

/**
 * The one way from a button to the wallet: account, network, preparation by the server, the wallet's window,
 * and what follows from its answer, also when that comes late.
 * @param onAsking the wallet is about to be asked
 * @throws WalletError, ApiProblem
 */
export async function runWalletCall<Prepared, Answer>(
  { step, isLate }: WalletSteps,
  provider: Eip1193Provider,
  call: WalletCall<Prepared, Answer>,
  onAsking: (prepared: Prepared) => void,
): Promise<void> {
  await step('account', () => requireAccount(provider, call.account));
  await step('network', () => ensureChain(provider, call.chain));
  const prepared = await step('preparing', () => call.prepare());
  if (isLate()) {
    await call.onRefused?.(prepared);
    throw new Stopped();
  }
  onAsking(prepared);
  let answer: Answer;
  try {
    answer = await step('asking', () => call.ask(provider, prepared));
  } catch (error) {
    const refusal = toWalletError(error, 'transaction');
    if (refusal.nothingSent) await call.onRefused?.(prepared);
    else if (!isLate()) call.onUncertain?.(prepared, refusal);
    throw refusal;
  }
  if (isLate()) await call.onSent(prepared, answer, true);
  else await step('finishing', async () => call.onSent(prepared, answer, false));
}
