import { HDNodeWallet, type JsonRpcProvider } from 'ethers';

/**
 * The mnemonic that every local Ethereum node ships with. The whole world knows it: it guards play money
 * on a chain of its own and must never hold anything else.
 */
const PUBLIC_TEST_MNEMONIC = 'test test test test test test test test test test test junk';

/** Paths below m/44'/60'/0'/0; the local node funds those up to 9. */
const INDEXES = [0, 1, 2, 3, 4, 6, 7, 8] as const;
/** Deploys the contracts of a local chain, and so is their administrator there. */
const ADMIN_INDEX = 5;
/** Never funded: shows what happens to somebody without ETH. */
const POOR_INDEX = 40;

/** An account of the demo wallet. */
export interface DemoAccount {
  index: number;
  label: string;
  /** EIP-55. */
  address: string;
}

/** The accounts to choose from. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...INDEXES.map((index, place) => describe(index, `Account ${place + 1}`)),
  describe(ADMIN_INDEX, 'Administrator'),
  describe(POOR_INDEX, 'Account without ETH'),
];

/** The private key of the administrator's account, for whoever deploys to a local chain. */
export function demoAdminKey(): string {
  return walletAt(ADMIN_INDEX).privateKey;
}

/** The signer behind an account, on a node. */
export function demoSigner(index: number, node: JsonRpcProvider): HDNodeWallet {
  return walletAt(index).connect(node);
}

function describe(index: number, label: string): DemoAccount {
  return { index, label, address: walletAt(index).address };
}

function walletAt(index: number): HDNodeWallet {
  return HDNodeWallet.fromPhrase(PUBLIC_TEST_MNEMONIC, '', `m/44'/60'/0'/0/${index}`);
}
