/** The closed set of ways in which a wallet ends a request without doing it. */
export type WalletErrorCode =
  | 'rejected'
  | 'request-pending'
  | 'insufficient-funds'
  | 'wrong-network'
  | 'unknown-network'
  | 'wrong-account'
  | 'no-account'
  | 'unauthorized'
  | 'unsupported'
  | 'disconnected'
  | 'would-fail'
  | 'device-locked'
  | 'blind-signing'
  | 'failed';

interface Refusal {
  means: WalletErrorCode;
  /** JSON-RPC or library codes; a code alone decides. */
  codes?: readonly (number | string)[];
  /** Read only where wallets share one code (-32000, -32603) for everything, or send none. */
  words?: RegExp;
  source: string;
}

/** What wallets really send, and where that is written down. The first row that fits decides. */
export const REFUSALS: readonly Refusal[] = [
  { means: 'rejected', codes: [4001], source: 'EIP-1193, provider errors' },
  {
    means: 'rejected',
    codes: ['ACTION_REJECTED'],
    source: 'ethers 6, src.ts/utils/errors.ts; wallets built on it pass it on',
  },
  {
    means: 'rejected',
    codes: [5000, 5001, 5002, 5003],
    source: 'WalletConnect specifications, sign/codes.md',
  },
  {
    means: 'rejected',
    codes: [0x6985, 0x5501, 'UserRefusedOnDevice'],
    words: /\(0x(6985|5501)\)/i,
    source: 'ledger-live, libs/ledgerjs/packages/errors; MetaMask/eth-ledger-bridge-keyring#49',
  },
  {
    means: 'rejected',
    codes: ['Method_PermissionsNotGranted', 'Method_Cancel', 'Method_Interrupted'],
    words: /^(\w*error: )*(permissions not granted|cancelled|popup closed)$/i,
    source: 'trezor-suite, packages/connect/src/constants/errors.ts; trezor-suite#12446',
  },
  {
    means: 'rejected',
    codes: ['Failure_ActionCancelled'],
    words: /\b(action|tx|transaction)[ _]cancell?ed\b/i,
    source: 'trezor-suite#12446 ("Action cancelled by user"); Keystone ("Tx_canceled")',
  },
  {
    means: 'rejected',
    words:
      /\buser[ -](has )?(rejected|denied|declined|cancell?ed|disapproved)\b|\b(rejected?|denied|declined|cancell?ed) by (the )?user\b/i,
    source: 'MetaMask/metamask-extension#7160, MetaMask/core#200, MetaMask/metamask-mobile#1314',
  },
  {
    means: 'device-locked',
    codes: [0x6982, 0x5515, 0x6b0c, 'LockedDeviceError'],
    words: /\(0x(6982|5515|6b0c)\)|\b(device is locked|locked device)\b/i,
    source: 'ledger-live, libs/ledgerjs/packages/errors; MetaMask/metamask-extension#17630',
  },
  {
    means: 'blind-signing',
    codes: [0x6a80, 'EthAppPleaseEnableContractData'],
    words: /\(0x6a80\)|enable (blind signing|contract data)/i,
    source: 'ledger-live, libs/ledgerjs/packages/hw-app-eth',
  },
  { means: 'request-pending', codes: [-32002], source: 'EIP-1474, resource unavailable' },
  { means: 'unauthorized', codes: [4100], source: 'EIP-1193' },
  { means: 'unsupported', codes: [4200, -32601], source: 'EIP-1193; JSON-RPC 2.0' },
  { means: 'unsupported', codes: [5101], source: 'WalletConnect specifications, sign/codes.md' },
  { means: 'disconnected', codes: [4900, 4901], source: 'EIP-1193' },
  { means: 'disconnected', codes: [6000], source: 'WalletConnect specifications, sign/codes.md' },
  {
    means: 'unknown-network',
    codes: [4902, 5100],
    words: /unrecognized chain|unknown chain/i,
    source: 'EIP-3326; WalletConnect specifications, sign/codes.md',
  },
  {
    means: 'insufficient-funds',
    codes: ['INSUFFICIENT_FUNDS'],
    words: /insufficient (funds|balance)|exceeds (the )?balance/i,
    source: 'go-ethereum, core/error.go; ethers 6',
  },
  {
    means: 'would-fail',
    codes: [3, 'CALL_EXCEPTION'],
    words: /execution reverted/i,
    source: 'go-ethereum, internal/ethapi/errors.go; ethers 6',
  },
];
