import { dataLength, getBytes } from 'ethers';
import type { Measurement } from './measuring-chain';

/** The prices of Ethereum since Prague: EIP-2028, 2929, 2200, 7623 and the yellow paper. */
const TRANSACTION = 21_000;
const PER_TOKEN = 4;
const FLOOR_PER_TOKEN = 10;
const NEW_COLD_SLOT = 22_100;
const COLD_READ = 2_100;
const ECRECOVER = 3_000;
const LOG = 375;
const PER_TOPIC = 375;
const PER_LOG_BYTE = 8;

/**
 * The least that an anchoring with these properties can cost: the transaction, its calldata, its new
 * slots, its log, one signature check and one look at whether the signer is an issuer. No
 * instruction between them is counted, nor memory, nor hashing.
 * @param newSlots slots that were zero before
 */
export function floorOf({ calldata, logs }: Measurement, newSlots: number): number {
  const bytes = getBytes(calldata);
  const zeros = bytes.filter((byte) => byte === 0).length;
  const tokens = zeros + 4 * (bytes.length - zeros);
  const logged = logs.reduce(
    (sum, { topics, data }) =>
      sum + LOG + PER_TOPIC * topics.length + PER_LOG_BYTE * dataLength(data),
    0,
  );
  const executed = NEW_COLD_SLOT * newSlots + logged + ECRECOVER + COLD_READ;
  // EIP-7623: who mostly carries data pays the second price.
  return TRANSACTION + Math.max(PER_TOKEN * tokens + executed, FLOOR_PER_TOKEN * tokens);
}
