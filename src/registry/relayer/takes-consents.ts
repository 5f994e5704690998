import { toBeHex, type Interface } from 'ethers';
import { z } from 'zod';
import { env } from '@/platform/env';
import { askRegistry, registryInterface } from '@/registry/contract/report-registry';

const CALLS = ['addReportFor', 'addReportsFor', 'setPermissionsFor', 'withdrawReportFor'];

/** A contract's code never changes, so neither does its answer. */
const known = new Map<string, boolean>();

/**
 * Whether the deployed contract has the calls that others send for an owner: those of before 2026-11-27 do not.
 * @throws AppError chain-unavailable
 */
export async function takesConsents(): Promise<boolean> {
  const { CHAIN_ID, REGISTRY_ADDRESS } = env();
  const key = `${CHAIN_ID}:${REGISTRY_ADDRESS}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const [answer] = await askRegistry('supportsInterface', [interfaceId(registryInterface)]);
  const takes = z.boolean().parse(answer);
  known.set(key, takes);
  return takes;
}

/** ERC-165: the exclusive or of the selectors of ISponsoredCalls. */
function interfaceId(registry: Interface): string {
  const selectors = CALLS.map((name) => BigInt(registry.getFunction(name)?.selector ?? 0));
  return toBeHex(
    selectors.reduce((sum, selector) => sum ^ selector, 0n),
    4,
  );
}
