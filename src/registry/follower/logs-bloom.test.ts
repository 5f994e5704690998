import { hexlify, toUtf8Bytes } from 'ethers';
import { describe, expect, it } from 'vitest';
import { bloomOf, explains, mayHold } from './logs-bloom';

const item = (text: string) => hexlify(toUtf8Bytes(text));
const logOf = (address: string, ...topics: string[]) => ({
  address: item(address),
  topics: topics.map(item),
});

describe('the bloom filter of a block', () => {
  // The words of go-ethereum's core/types/bloom9_test.go.
  const logs = [logOf('testtest', 'test'), logOf('hallo', 'other')];
  const bloom = bloomOf(logs);

  it('admits what it was made of, and denies what it was not', () => {
    expect(mayHold(bloom, item('testtest'), [item('tes'), item('test')])).toBe(true);
    expect(mayHold(bloom, item('testtest'), [item('tes'), item('lo')])).toBe(false);
    expect(mayHold(bloom, item('tes'), [item('test')])).toBe(false);
    expect(mayHold(0n, item('testtest'), [item('test')])).toBe(false);
  });

  it('sets the bits of the Yellow Paper', () => {
    // keccak256('') = 0xc5d2 4601 86f7…: the low 11 bits of these pairs are 0x5d2, 0x601 and 0x6f7.
    expect(bloomOf([{ address: '0x', topics: [] }])).toBe(
      (1n << 0x5d2n) | (1n << 0x601n) | (1n << 0x6f7n),
    );
  });

  it('is explained by all logs, and by no smaller list', () => {
    expect(explains(logs, bloom)).toBe(true);
    expect(explains([...logs, logOf('more')], bloom)).toBe(true);
    expect(explains(logs.slice(1), bloom)).toBe(false);
    expect(explains([], bloom)).toBe(false);
    expect(explains([], 0n)).toBe(true);
  });
});
