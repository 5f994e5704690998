import { HDNodeWallet, type JsonRpcProvider } from 'ethers';
import type { Sentence, Translate } from '@/messages/translator';
import { shortAddress } from '@/registry/contract/short-address';

/**
 * The mnemonic that every local Ethereum node ships with. It is public: its accounts hold play money on a
 * chain of its own and must never hold anything else.
 */
const PUBLIC_TEST_MNEMONIC = 'test test test test test test test test test test test junk';

/** Paths below m/44'/60'/0'/0; the local node funds those up to 9. */
const INDEXES = [0, 1, 2, 3, 4, 6, 7, 8] as const;
/** Deploys the contracts of a local chain, and so is their administrator there. */
const ADMIN_INDEX = 5;
/** Never funded: shows what happens to an account without ETH. */
const POOR_INDEX = 40;

/** An account of the demo wallet. */
export interface DemoAccount {
  index: number;
  name: Sentence;
  /** EIP-55. */
  readonly address: string;
}

/** The accounts to choose from. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  ...INDEXES.map((index, place) =>
    describe(index, (t) => t('registry.demoAccounts.numbered', { number: place + 1 })),
  ),
  describe(ADMIN_INDEX, (t) => t('registry.demoAccounts.administrator')),
  describe(POOR_INDEX, (t) => t('registry.demoAccounts.withoutEther')),
];

/** The private key of the administrator's account, for deploying to a local chain. */
export function demoAdminKey(): string {
  return walletAt(ADMIN_INDEX).privateKey;
}

/** The signer behind an account, on a node. */
export function demoSigner(index: number, node: JsonRpcProvider): HDNodeWallet {
  return walletAt(index).connect(node);
}

/** The accounts as the options of a select, by their place in DEMO_ACCOUNTS. */
export function accountOptions(t: Translate): { value: string; label: string }[] {
  return DEMO_ACCOUNTS.map(({ name, address }, place) => ({
    value: String(place),
    label: t('registry.demoAccounts.option', { name: name(t), address: shortAddress(address) }),
  }));
}

function describe(index: number, name: Sentence): DemoAccount {
  return {
    index,
    name,
    // Derived when asked for: it takes a second on a slow phone, and most pages never ask.
    get address() {
      return walletAt(index).address;
    },
  };
}

let parent: HDNodeWallet | undefined;

function walletAt(index: number): HDNodeWallet {
  parent ??= HDNodeWallet.fromPhrase(PUBLIC_TEST_MNEMONIC, '', `m/44'/60'/0'/0`);
  return parent.deriveChild(index);
}
