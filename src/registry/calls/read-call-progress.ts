import { askChain } from '@/platform/chain-rpc';
import { env } from '@/platform/env';
import { isChainAway } from '@/platform/errors';
import { readCursor } from '@/registry/chain/chain-cursor';
import { transactionUrl } from '@/registry/contract/chain-profile';
import { findRevert } from '@/registry/contract/find-revert';
import { readChainProfile } from '@/registry/contract/read-chain-profile';
import type { TransactionProgress } from './transaction-progress-schema';

/**
 * The progress of a transaction of which only the hash is known. It is confirmed when the follower has read its
 * block, so that pages show its effect. The chain is public: every account may ask.
 * @param hash 32 bytes of 0x-hex
 */
export async function readCallProgress(hash: string): Promise<TransactionProgress> {
  const required = env().CHAIN_CONFIRMATIONS;
  const sent: TransactionProgress = {
    status: 'sent',
    confirmations: 0,
    required,
    knownToNetwork: false,
    chainReachable: true,
    transactionHash: hash,
    explorerUrl: transactionUrl(readChainProfile(), hash),
    failure: null,
  };
  try {
    const { nextBlock } = await readCursor();
    const seen = await askChain(async (rpc) => {
      const [receipt, known] = await Promise.all([
        rpc.getTransactionReceipt(hash),
        rpc.getTransaction(hash),
      ]);
      if (receipt === null) return { isKnown: known !== null };
      const depth = (await rpc.getBlockNumber()) - receipt.blockNumber + 1;
      const confirmations = Math.min(Math.max(1, depth), required);
      const isRead = receipt.blockNumber < nextBlock;
      if (receipt.status !== 0 || !isRead) return { confirmations, isRead, reason: null };
      const { reason } = await findRevert(rpc, receipt, known);
      return { confirmations, isRead, reason };
    });
    if ('isKnown' in seen) return { ...sent, knownToNetwork: seen.isKnown };
    const { confirmations, isRead, reason } = seen;
    const mined = { ...sent, knownToNetwork: true, confirmations };
    if (reason !== null) {
      return { ...mined, status: 'failed', failure: reason };
    }
    return { ...mined, status: isRead ? 'confirmed' : 'in-block' };
  } catch (error) {
    if (!isChainAway(error)) throw error;
    return { ...sent, chainReachable: false };
  }
}
