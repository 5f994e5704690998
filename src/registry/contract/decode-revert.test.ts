import { makeError, ZeroHash, type CallExceptionError } from 'ethers';
import { describe, expect, it } from 'vitest';
import { AppError } from '@/platform/errors';
import { decodeRevert, explainReverts } from './decode-revert';
import { registryInterface } from './report-registry';
import { t } from '../../../test/support/messages/english';

function refusal(data: string | null): CallExceptionError {
  return makeError('execution reverted', 'CALL_EXCEPTION', {
    action: 'estimateGas',
    data,
    reason: null,
    transaction: { to: null, data: '0x' },
    invocation: null,
    revert: null,
  });
}

describe('a refusal of the contract', () => {
  it('is known by its error', () => {
    const data = registryInterface.encodeErrorResult('ReportAlreadyAdded', [ZeroHash]);
    expect(decodeRevert(refusal(data))).toBe('report-already-added');
  });

  it.each([
    ['without data', null],
    ['with a foreign error', '0xdeadbeef'],
    ['with half an error', '0xdead'],
  ])('%s is still a refusal', (_, data) => {
    expect(decodeRevert(refusal(data))).toBe('contract-refused');
  });

  it('is not seen in other errors', () => {
    expect(decodeRevert(new AppError('chain-unavailable'))).toBeNull();
  });

  it('becomes a sentence for the person, while other errors pass', async () => {
    const data = registryInterface.encodeErrorResult('PermissionsChanged', [1, 2]);
    await expect(explainReverts(() => Promise.reject(refusal(data)))).rejects.toMatchObject({
      code: 'chain-refused',
      message: t('registry.transactionFailures.permissions-changed'),
    });
    await expect(
      explainReverts(() => Promise.reject(new AppError('chain-unavailable'))),
    ).rejects.toMatchObject({ code: 'chain-unavailable' });
  });
});
