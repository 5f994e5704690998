import { AbiCoder, ZeroAddress, ZeroHash } from 'ethers';
import { z } from 'zod';
import { compileSources } from './compile-sources';
import { startMeasuringChain } from './measuring-chain';
import { contentHashOf, permissionWords, sealedMetadata, VIEWER_COUNTS } from './payload';

const SOURCES = 'node_modules/@ethereum-attestation-service/eas-contracts/contracts';

/** What our record holds beside its owner, who is the recipient: the sender is not the issuer. */
const SCHEMA = 'bytes32 contentHash,address issuer,bytes sealedMetadata,bytes32[] permissions';

/** What EAS's `attest` costs, in gas, for what our `addReport` keeps. */
export async function measureEas() {
  // Its sources ask for exactly this compiler.
  const { owner, issuer, deploy } = await startMeasuringChain();
  const registry = await deploy(compiled('SchemaRegistry'), []);
  const eas = await deploy(compiled('EAS'), [registry.address]);
  const registered = await registry.call(owner, 'register', [SCHEMA, ZeroAddress, true]);
  const schema = z.string().parse(registered.logs[0]?.topics[1]);

  const attest: Record<string, number> = {};
  for (const viewers of VIEWER_COUNTS) {
    const data = AbiCoder.defaultAbiCoder().encode(
      ['bytes32', 'address', 'bytes', 'bytes32[]'],
      [contentHashOf(viewers), issuer.address, sealedMetadata(viewers), permissionWords(viewers)],
    );
    const request = {
      schema,
      data: {
        recipient: owner.address,
        expirationTime: 0,
        revocable: true,
        refUID: ZeroHash,
        data,
        value: 0,
      },
    };
    attest[viewers] = (await eas.call(owner, 'attest', [request])).gas;
  }
  return { attest };
}

function compiled(name: string) {
  const contract = compileSources('solc-0.8.29', `${SOURCES}/${name}.sol`).get(name);
  if (contract === undefined) throw new Error(`EAS has no ${name}`);
  return contract;
}
