import { askChain } from './chain-rpc';

/** Asks the chain for its head; throws when it does not answer. */
export async function pingChain(): Promise<void> {
  await askChain((rpc) => rpc.getBlockNumber());
}
