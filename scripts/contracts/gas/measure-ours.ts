import { id } from 'ethers';
import { reportArguments } from './attested-report';
import { localArtifact } from './local-artifact';
import { floorOf } from './floor';
import { measureSponsored } from './measure-sponsored';
import { measureTrail } from './measure-trail';
import { startMeasuringChain } from './measuring-chain';
import { contentHashOf, permissionWords, VIEWER_COUNTS } from './payload';

const BATCH = 10;

/** What our contracts cost, in gas, and the least that `addReport` could. */
export async function measureOurs() {
  const chain = await startMeasuringChain();
  const registry = await chain.deploy(localArtifact('ReportRegistry'), [
    172_800,
    chain.admin.address,
  ]);
  await registry.call(chain.admin, 'grantRole', [id('ISSUER_ROLE'), chain.issuer.address]);
  // So that no first of its kind is among the measured ones.
  await registry.call(chain.owner, 'addReport', await reportArguments(chain, registry, 99, 0));

  const addReport: Record<string, number> = {};
  const floor: Record<string, number> = {};
  const blocks = new Map<number, number>();
  for (const viewers of VIEWER_COUNTS) {
    const args = await reportArguments(chain, registry, viewers, viewers);
    const measured = await registry.call(chain.owner, 'addReport', args);
    addReport[viewers] = measured.gas;
    floor[viewers] = floorOf(measured, viewers > 0 ? 2 : 1);
    blocks.set(viewers, measured.block);
  }
  const batch = [];
  for (let index = 0; index < BATCH; index += 1) {
    batch.push(await reportArguments(chain, registry, 1_000 + index, 2));
  }
  const batched = await registry.call(chain.owner, 'addReports', [batch]);

  const change = (block: number, viewers: number) =>
    registry.call(chain.owner, 'setPermissions', [
      contentHashOf(2),
      block,
      permissionWords(viewers),
    ]);
  const add = await change(blocks.get(2) ?? 0, 3);
  const remove = await change(add.block, 2);
  const retract = await registry.call(chain.issuer, 'retractReport', [
    contentHashOf(2),
    `0x${'0'.repeat(64)}`,
  ]);
  return {
    ours: {
      addReport,
      addReportsPerReport10: Math.round(batched.gas / BATCH),
      setPermissions: { add: add.gas, remove: remove.gas },
      retractReport: retract.gas,
      ...(await measureSponsored(chain, registry)),
      ...(await measureTrail(chain)),
    },
    floor: { addReport: floor },
  };
}
