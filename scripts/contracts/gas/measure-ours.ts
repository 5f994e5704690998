import { id, keccak256, Signature } from 'ethers';
import { localArtifact } from './local-artifact';
import { floorOf } from './floor';
import { type MeasuredContract, type MeasuringChain, startMeasuringChain } from './measuring-chain';
import { contentHashOf, DEADLINE, permissionWords, sealedMetadata, VIEWER_COUNTS } from './payload';

const REPORT_TYPE = {
  Report: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'metadataHash', type: 'bytes32' },
    { name: 'owner', type: 'address' },
    { name: 'deadline', type: 'uint40' },
  ],
};
const BATCH = 10;

/** What our registry costs, in gas, and the least that `addReport` could. */
export async function measureOurs() {
  const chain = await startMeasuringChain();
  const registry = await chain.deploy(localArtifact('ReportRegistry'), [
    172_800,
    chain.admin.address,
  ]);
  await registry.call(chain.admin, 'grantRole', [id('ISSUER_ROLE'), chain.issuer.address]);
  // So that no first of its kind is among the measured ones.
  await registry.call(chain.owner, 'addReport', await argumentsOf(chain, registry, 99, 0));

  const addReport: Record<string, number> = {};
  const floor: Record<string, number> = {};
  const blocks = new Map<number, number>();
  for (const viewers of VIEWER_COUNTS) {
    const args = await argumentsOf(chain, registry, viewers, viewers);
    const measured = await registry.call(chain.owner, 'addReport', args);
    addReport[viewers] = measured.gas;
    floor[viewers] = floorOf(measured, viewers > 0 ? 2 : 1);
    blocks.set(viewers, measured.block);
  }
  const batch = [];
  for (let index = 0; index < BATCH; index += 1) {
    batch.push(await argumentsOf(chain, registry, 1_000 + index, 2));
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
    },
    floor: { addReport: floor },
  };
}

async function argumentsOf(
  { issuer, owner, chainId }: MeasuringChain,
  registry: MeasuredContract,
  index: number,
  viewers: number,
): Promise<unknown[]> {
  const contentHash = contentHashOf(index);
  const metadata = sealedMetadata(index);
  const domain = {
    name: 'MedAnchor ReportRegistry',
    version: '1',
    chainId,
    verifyingContract: registry.address,
  };
  const signature = await issuer.signTypedData(domain, REPORT_TYPE, {
    contentHash,
    metadataHash: keccak256(metadata),
    owner: owner.address,
    deadline: DEADLINE,
  });
  const { r, yParityAndS } = Signature.from(signature);
  return [contentHash, metadata, permissionWords(viewers), DEADLINE, r, yParityAndS];
}
