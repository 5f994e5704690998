import assert from 'node:assert/strict';
import type { ErrorDescription, Interface } from 'ethers';

/**
 * Asserts that a call reverts with exactly this custom error.
 * @param abi the called contract's
 * @param args the error's arguments, in full
 */
export async function assertRefused(
  call: Promise<unknown>,
  abi: Interface,
  name: string,
  args: readonly unknown[],
): Promise<void> {
  const refusal = await refusalOf(call, abi);
  assert.equal(refusal.name, name);
  assert.deepEqual(refusal.args.toArray().map(String), args.map(String));
}

/** The custom error that a call reverts with; fails when the call succeeds. */
export async function refusalOf(call: Promise<unknown>, abi: Interface): Promise<ErrorDescription> {
  const data = await call.then(
    () => assert.fail('not refused'),
    (error: unknown) => revertData(error),
  );
  const refusal = abi.parseError(data);
  assert.ok(refusal, data);
  return refusal;
}

/** Hardhat's node puts the revert data where ethers keeps the node's answer. */
function revertData(error: unknown): string {
  for (let at = error; typeof at === 'object' && at !== null; at = 'error' in at && at.error) {
    if ('data' in at && typeof at.data === 'string') return at.data;
  }
  throw error;
}
