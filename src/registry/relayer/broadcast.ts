import { hexlify } from 'ethers';
import { askChain } from '@/platform/chain-rpc';
import { log } from '@/platform/logger';

/**
 * Sends a noted transaction; any number of times, because it is always the same one. A failure is only logged: the
 * next run looks whether the network has it, and sends it again.
 */
export async function broadcast(callId: string, raw: Uint8Array): Promise<void> {
  try {
    await askChain((rpc) => rpc.broadcastTransaction(hexlify(raw)));
  } catch (error) {
    log().warn({ relayedCall: callId, err: error }, 'a relayed call was not taken by the node');
  }
}
