import { describe, expect, test } from 'vitest';
import { toWalletError, WalletError } from './wallet-errors';

describe('toWalletError', () => {
  test.each([
    ['declined, whatever the words', { code: 4001, message: 'Nutzer sagt nein' }, 'rejected'],
    [
      'a request is open already',
      { code: -32002, message: 'Already processing' },
      'request-pending',
    ],
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
    ['something else', { code: -32603, message: 'oops' }, 'failed'],
    ['not even an object', 'oops', 'failed'],
    ['an Error', Object.assign(new Error('no'), { code: 4001 }), 'rejected'],
  ])('%s', (_, thrown, code) => {
    expect(toWalletError(thrown).code).toBe(code);
  });

  test('keeps an error that is ours', () => {
    const own = new WalletError('wrong-account', { detail: 'Choose 0x12' });
    expect(toWalletError(own)).toBe(own);
    expect(own.message).toBe('Choose 0x12');
  });

  test('is sure that nothing was sent only when it can be', () => {
    expect(new WalletError('rejected').nothingSent).toBe(true);
    expect(new WalletError('failed').nothingSent).toBe(false);
    expect(new WalletError('request-pending').nothingSent).toBe(false);
  });
});
