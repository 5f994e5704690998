import { describe, expect, test } from 'vitest';
import { toWalletError, WalletError } from './wallet-errors';
import { t } from '../../../test/support/messages/english';

const LEDGER = 'Ledger device: Condition of use not satisfied (denied by the user?) (0x6985)';
const LOCKED =
  'Ledger device: Security not satisfied (dongle locked or have invalid access rights) (0x6982)';

describe('toWalletError', () => {
  test.each([
    ['declined, in any language', { code: 4001, message: 'Nutzer sagt nein' }, 'rejected'],
    ['declined, an Error', Object.assign(new Error('no'), { code: 4001 }), 'rejected'],
    [
      'declined, wrapped twice',
      { code: -32603, message: 'Internal', data: { originalError: { code: 4001 } } },
      'rejected',
    ],
    ['declined, as an Error’s cause', new Error('x', { cause: { code: 4001 } }), 'rejected'],
    [
      'declined, by ethers',
      { code: 'ACTION_REJECTED', info: { error: { code: 4001 } } },
      'rejected',
    ],
    ['declined, by WalletConnect', { code: 5000, message: 'User rejected.' }, 'rejected'],
    ['methods declined, by WalletConnect', { code: 5002, message: '' }, 'rejected'],
    ['declined on a Ledger', { code: -32603, message: LEDGER }, 'rejected'],
    [
      'declined on a Ledger, older MetaMask',
      { code: -32603, message: `Error: TransportStatusError: ${LEDGER}` },
      'rejected',
    ],
    ['declined on a Ledger, the raw error', { statusCode: 27013, message: 'x' }, 'rejected'],
    [
      'declined on a newer Ledger',
      { message: 'Ledger device: UNKNOWN_ERROR (0x5501)' },
      'rejected',
    ],
    ['declined on a Trezor', { code: -32603, message: 'Action cancelled by user' }, 'rejected'],
    ['closed Trezor’s window', { code: -32603, message: 'Error: Popup closed' }, 'rejected'],
    ['closed Trezor’s window, with a code', { code: 'Method_Interrupted' }, 'rejected'],
    ['Trezor, not granted', { code: -32603, message: 'Permissions not granted' }, 'rejected'],
    ['declined on a Keystone', { message: 'KeystoneError#Tx_canceled.' }, 'rejected'],
    [
      'declined, only in words',
      { message: 'MetaMask Tx Signature: User denied transaction signature.' },
      'rejected',
    ],
    [
      'declined, MetaMask core',
      { code: -32603, message: 'User cancelled the transaction' },
      'rejected',
    ],
    ['declined, a string', 'Rejected by user', 'rejected'],
    ['a locked Ledger', { code: -32603, message: LOCKED }, 'device-locked'],
    [
      'a locked Ledger, newer',
      { code: -32603, message: 'Ledger: Locked device (0x5515)' },
      'device-locked',
    ],
    [
      'a Ledger without blind signing',
      { message: 'Ledger device: Invalid data received (0x6a80)' },
      'blind-signing',
    ],
    ['a request is open', { code: -32002, message: 'Already processing' }, 'request-pending'],
    ['unknown chain', { code: 4902, message: 'Unrecognized chain ID' }, 'unknown-network'],
    [
      'unknown chain, wrapped by a mobile wallet',
      { code: -32603, message: 'Internal', data: { originalError: { code: 4902 } } },
      'unknown-network',
    ],
    [
      'too poor, by the node’s words',
      { code: -32000, message: 'insufficient funds for gas * price + value: balance 0' },
      'insufficient-funds',
    ],
    [
      'too poor, wrapped',
      { code: -32603, data: { code: -32003, message: 'Insufficient funds for gas' } },
      'insufficient-funds',
    ],
    ['the contract refuses', { code: 3, message: 'execution reverted' }, 'would-fail'],
    ['not connected', { code: 4100 }, 'unauthorized'],
    ['unknown method', { code: -32601 }, 'unsupported'],
    ['no network', { code: 4900 }, 'disconnected'],
    // Not the person's refusal: a node's, or an unknown one.
    ['a node rejects', { code: -32003, message: 'Transaction rejected' }, 'failed'],
    ['a Trezor that was pulled out', { code: -32603, message: 'device disconnected' }, 'failed'],
    ['something else', { code: -32603, message: 'oops' }, 'failed'],
    ['not even an object', 17, 'failed'],
  ])('%s', (_, thrown, code) => {
    expect(toWalletError(thrown, 'transaction').code).toBe(code);
  });

  test('keeps an error that is ours', () => {
    const own = new WalletError('wrong-account', { detail: () => 'Choose 0x12' });
    expect(toWalletError(own, 'signature')).toBe(own);
    expect(own.message).toBe('Choose 0x12');
  });

  test.each([
    ['transaction', 'registry.walletErrors.rejected'],
    ['signature', 'registry.walletErrors.signature-rejected'],
    ['account', 'registry.walletErrors.account-rejected'],
    ['network', 'registry.walletErrors.network-rejected'],
  ] as const)('speaks of what was declined: %s', (question, key) => {
    const { message } = toWalletError({ code: 4001 }, question);
    expect(message).toBe(t(key));
    if (question !== 'transaction') expect(message).not.toMatch(/paid|sent/);
  });

  test('is sure that nothing was sent only when it can be', () => {
    const sure = (thrown: unknown) => toWalletError(thrown, 'transaction').nothingSent;
    expect(sure({ code: 4001 })).toBe(true);
    expect(sure({ code: -32603, message: LEDGER })).toBe(true);
    expect(sure({ code: -32603, message: LOCKED })).toBe(true);
    expect(sure({ code: -32603, message: 'oops' })).toBe(false);
    expect(sure({ code: -32002 })).toBe(false);
    // A signature that failed sends nothing, whatever went wrong.
    expect(toWalletError('oops', 'signature').nothingSent).toBe(true);
  });
});
