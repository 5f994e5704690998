import { concat, hexlify, keccak256, ZeroHash } from 'ethers';
import { AppError } from '@/platform/errors';
import { registryDomain } from '@/registry/contract/sign-attestation';
import { unixSeconds } from '@/registry/contract/unix-seconds';
import type { TypedData } from '@/registry/wallet/sign-typed-data';
import { permissionWords } from '@/sharing/grants/permission-words';
import type { TransactionPart } from './transaction-part';

const CONSENT = [
  { name: 'contentHash', type: 'bytes32' },
  { name: 'metadataHash', type: 'bytes32' },
  { name: 'permissionsHash', type: 'bytes32' },
  { name: 'deadline', type: 'uint40' },
];

const LIST_CONSENT = [
  { name: 'contentHash', type: 'bytes32' },
  { name: 'expectedBlock', type: 'uint40' },
  { name: 'permissionsHash', type: 'bytes32' },
  { name: 'deadline', type: 'uint40' },
];

const WITHDRAWAL_CONSENT = [
  { name: 'contentHash', type: 'bytes32' },
  { name: 'expectedBlock', type: 'uint40' },
  { name: 'deadline', type: 'uint40' },
];

/**
 * Composes the message by which the patient lets others send a prepared transaction (contracts/ISponsoredCalls.sol).
 * The same rows always give the same message.
 * @param parts in the order of their ids, as the request names them
 * @throws AppError wrong-state when there is nothing for a patient to sign
 */
export function composeConsent(parts: readonly TransactionPart[]): TypedData {
  const [first] = parts;
  if (first === undefined) throw new AppError('wrong-state');
  const domain = registryDomain();
  if (first.transaction.batchId !== null) {
    return {
      domain,
      types: { Consents: [{ name: 'reports', type: 'Consent[]' }], Consent: CONSENT },
      primaryType: 'Consents',
      message: { reports: parts.map(consentOf) },
    };
  }
  if (first.transaction.kind === 'ADD_REPORT') {
    const types = { Consent: CONSENT };
    return { domain, types, primaryType: 'Consent', message: consentOf(first) };
  }
  const { kind, expectedBlock } = first.transaction;
  if (expectedBlock === null) throw new AppError('wrong-state');
  if (kind === 'WITHDRAW_REPORT') {
    const { contentHash, deadline } = commonOf(first);
    return {
      domain,
      types: { WithdrawalConsent: WITHDRAWAL_CONSENT },
      primaryType: 'WithdrawalConsent',
      message: { contentHash, expectedBlock: Number(expectedBlock), deadline },
    };
  }
  return {
    domain,
    types: { ListConsent: LIST_CONSENT },
    primaryType: 'ListConsent',
    message: { ...commonOf(first), expectedBlock: Number(expectedBlock) },
  };
}

function consentOf(part: TransactionPart): Record<string, unknown> {
  const { sealedMetadata } = part.transaction;
  if (sealedMetadata === null) throw new AppError('wrong-state');
  return { ...commonOf(part), metadataHash: keccak256(sealedMetadata) };
}

function commonOf({ transaction, contentHash }: TransactionPart) {
  const { permissions, deadline } = transaction;
  if (deadline === null) throw new AppError('wrong-state');
  const words = permissionWords.parse(permissions);
  return {
    contentHash: hexlify(contentHash),
    permissionsHash: words.length === 0 ? ZeroHash : keccak256(concat(words)),
    deadline: unixSeconds(deadline),
  };
}
