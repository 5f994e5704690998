/** Block explorers of public chains by chain id, from https://chainid.network/chains.json. */
const KNOWN_EXPLORERS: Readonly<Record<number, string>> = {
  1: 'https://etherscan.io',
  10: 'https://optimistic.etherscan.io',
  100: 'https://gnosisscan.io',
  137: 'https://polygonscan.com',
  8_453: 'https://basescan.org',
  42_161: 'https://arbiscan.io',
  59_144: 'https://lineascan.build',
  80_002: 'https://amoy.polygonscan.com',
  84_532: 'https://sepolia.basescan.org',
  421_614: 'https://sepolia.arbiscan.io',
  560_048: 'https://hoodi.etherscan.io',
  11_155_111: 'https://sepolia.etherscan.io',
  11_155_420: 'https://sepolia-optimism.etherscan.io',
};

/**
 * Where a chain's transactions can be looked up, without a slash at its end.
 * @param configured CHAIN_EXPLORER_URL; wins over the table
 * @returns null for a chain without a known explorer, e.g. the demo's own
 */
export function explorerOf(chainId: number, configured: string | undefined): string | null {
  return configured?.replace(/\/+$/, '') ?? KNOWN_EXPLORERS[chainId] ?? null;
}
