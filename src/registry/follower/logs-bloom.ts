import { getBytes, keccak256 } from 'ethers';

/** What a log puts into the bloom filter of its block. */
interface BloomedLog {
  address: string;
  topics: readonly string[];
}

/**
 * The bit positions of one item in a block header's `logsBloom`: the low 11 bits of each of the first three
 * pairs of bytes of its Keccak-256 hash, counted from the filter's last bit (Ethereum Yellow Paper, 4.3.1
 * "Transaction receipts", function M3:2048; go-ethereum does the same in `core/types/bloom9.go`,
 * `bloomValues`). ethers has no such filter.
 */
function bitsOf(item: string): bigint {
  const hash = getBytes(keccak256(item));
  return [0, 2, 4].reduce((bits, at) => {
    const position = (((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) & 0x7ff;
    return bits | (1n << BigInt(position));
  }, 0n);
}

/** The bloom filter of some logs: their addresses and topics. */
export function bloomOf(logs: readonly BloomedLog[]): bigint {
  return logs
    .flatMap(({ address, topics }) => [address, ...topics])
    .reduce((bloom, item) => bloom | bitsOf(item), 0n);
}

/**
 * Whether a block may hold a log of this address with one of these topics. A filter never denies what is
 * there; on a busy chain it often admits what is not.
 */
export function mayHold(bloom: bigint, address: string, topics: readonly string[]): boolean {
  const isIn = (item: string) => {
    const bits = bitsOf(item);
    return (bloom & bits) === bits;
  };
  return isIn(address) && topics.some(isIn);
}

/** Whether these logs are all that a header's filter was made of: no bit of it is left unexplained. */
export function explains(logs: readonly BloomedLog[], bloom: bigint): boolean {
  return (bloom & ~bloomOf(logs)) === 0n;
}
