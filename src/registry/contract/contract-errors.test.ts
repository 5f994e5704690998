import { describe, expect, it } from 'vitest';
import { CONTRACT_ERRORS, isContractError } from './contract-errors';
import { registryInterface } from './report-registry';
import { failureSentenceOf } from './transaction-failure';
import { t } from '../../../test/support/messages/english';

const names: string[] = [];
registryInterface.forEachError(({ name }) => names.push(name));

describe('the contract’s errors', () => {
  it('are those of the interfaces and of what they build on', () => {
    expect(names.length).toBeGreaterThan(30);
    expect(Object.keys(CONTRACT_ERRORS).sort()).toEqual(names.toSorted());
  });

  it.each(names)('%s has a sentence of its own that a patient can read', (name) => {
    if (!isContractError(name)) throw new Error(`${name} has no sentence`);
    const reason = CONTRACT_ERRORS[name];
    expect(reason).not.toBe('contract-refused');
    const sentence = failureSentenceOf(reason)(t);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    // No jargon: neither the error's name nor a type of Solidity.
    expect(sentence).not.toMatch(/revert|uint|bytes32|role\b|0x/i);
    expect(sentence).not.toContain(name);
  });
});
