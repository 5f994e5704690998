import { id } from 'ethers';
import { localArtifact } from './local-artifact';
import type { MeasuringChain } from './measuring-chain';

const VIOLATIONS = 10;

/** A day of 2026: days since 1970. */
const DAY = 20_454;

/** What the trail costs on the chain, in gas: the root of a day, and ten violations in one report. */
export async function measureTrail(chain: MeasuringChain) {
  const anchor = await chain.deploy(localArtifact('TrailAnchor'), [172_800, chain.admin.address]);
  const { issuer: operator } = chain;
  await anchor.call(chain.admin, 'grantRole', [id('ANCHOR_ROLE'), operator.address]);
  const root = await anchor.call(operator, 'anchorDay', [DAY, id('a root')]);
  const hashes = Array.from({ length: VIOLATIONS }, (_, index) => id(`violation ${index}`));
  const violations = await anchor.call(operator, 'reportViolations', [hashes]);
  return { trailRoot: root.gas, violations10: violations.gas };
}
