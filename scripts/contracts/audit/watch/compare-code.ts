import { encodeBytes32String, getBytes, hexlify, id, TypedDataEncoder, zeroPadValue } from 'ethers';

/** What was built: the code that a deployment leaves on the chain, but for its immutables. */
export interface Build {
  deployedBytecode: string;
  /** Where the compiler left room for values that the constructor sets. */
  immutableReferences: Readonly<Record<string, readonly { start: number; length: number }[]>>;
}

/** How deployed code compares with the build. */
export type Comparison =
  | { verdict: 'same' }
  /** The same instructions, made from sources or settings that are not the build's to the letter. */
  | { verdict: 'same but metadata'; deployed: string; built: string }
  | { verdict: 'different'; why: string }
  | { verdict: 'no code' };

/**
 * Compares a contract's code with the build: length, instructions, the immutables' places masked; then
 * each immutable with what this contract's constructor gives it on this chain at this address; last
 * the metadata hash that solc appends.
 */
export function compareCode(
  code: string,
  build: Build,
  where: { address: string; chainId: bigint },
): Comparison {
  if (code === '0x') return { verdict: 'no code' };
  const deployed = getBytes(code);
  const built = getBytes(build.deployedBytecode);
  if (deployed.length !== built.length) {
    return { verdict: 'different', why: `${deployed.length} bytes, the build has ${built.length}` };
  }
  const places = Object.values(build.immutableReferences).flat();
  const values = places.map(({ start, length }) => hexlify(deployed.slice(start, start + length)));
  for (const { start, length } of places) {
    deployed.fill(0, start, start + length);
    built.fill(0, start, start + length);
  }
  const end = built.length - metadataLength(built);
  const differing = deployed.findIndex((byte, index) => index < end && byte !== built[index]);
  if (differing >= 0) return { verdict: 'different', why: `the first other byte is ${differing}` };

  const expected = immutablesOf(where);
  const foreign = values.find((value) => !expected.has(value));
  if (foreign !== undefined) return { verdict: 'different', why: `an immutable is ${foreign}` };

  const tails = [deployed, built].map((bytes) => hexlify(bytes.slice(end)));
  const [mine = '', theirs = ''] = tails;
  return mine === theirs
    ? { verdict: 'same' }
    : { verdict: 'same but metadata', deployed: mine, built: theirs };
}

/** solc ends code with CBOR and, in the last two bytes, its length. */
function metadataLength(code: Uint8Array): number {
  const length = ((code.at(-2) ?? 0) << 8) + (code.at(-1) ?? 0) + 2;
  return length < code.length ? length : 0;
}

/** The values of the registry's immutables, all of them OpenZeppelin's for EIP-712. */
function immutablesOf({ address, chainId }: { address: string; chainId: bigint }): Set<string> {
  const name = 'MedAnchor ReportRegistry';
  const version = '1';
  const domain = { name, version, chainId, verifyingContract: address };
  return new Set([
    zeroPadValue(address.toLowerCase(), 32),
    `0x${chainId.toString(16).padStart(64, '0')}`,
    TypedDataEncoder.hashDomain(domain),
    id(name),
    id(version),
    shortString(name),
    shortString(version),
  ]);
}

/** OpenZeppelin's ShortString: the text, and its length in the last byte. */
function shortString(text: string): string {
  return encodeBytes32String(text).slice(0, -2) + text.length.toString(16).padStart(2, '0');
}
