import { concat, type JsonRpcSigner, keccak256, Signature, type TypedDataDomain } from 'ethers';
import { domainOf, reportArguments } from './attested-report';
import type { MeasuredContract, MeasuringChain } from './measuring-chain';
import { contentHashOf, DEADLINE, permissionWords, sealedMetadata } from './payload';

const CONSENT = [
  { name: 'contentHash', type: 'bytes32' },
  { name: 'metadataHash', type: 'bytes32' },
  { name: 'permissionsHash', type: 'bytes32' },
  { name: 'deadline', type: 'uint40' },
];
const CONSENTS = { Consents: [{ name: 'reports', type: 'Consent[]' }], Consent: CONSENT };
const LIST_CONSENT = {
  ListConsent: [
    { name: 'contentHash', type: 'bytes32' },
    { name: 'expectedBlock', type: 'uint40' },
    { name: 'permissionsHash', type: 'bytes32' },
    { name: 'deadline', type: 'uint40' },
  ],
};
const BATCH = 10;

/** The reports of this file are numbered from here on. */
const FIRST = 10_000;

/** What the calls cost that another account sends under the owner's signature, in gas. */
export async function measureSponsored(chain: MeasuringChain, registry: MeasuredContract) {
  const { owner, stranger, chainId } = chain;
  const domain = domainOf(chainId, registry);
  const sign = (types: Types, value: Record<string, unknown>) => words(owner, domain, types, value);
  const add = async (index: number, viewers: number) => {
    const report = await reportArguments(chain, registry, index, viewers);
    const signed = await sign({ Consent: CONSENT }, consentOf(index, viewers));
    return registry.call(stranger, 'addReportFor', [owner.address, report, ...signed]);
  };
  // So that no first of the sender is among the measured ones.
  await add(FIRST, 0);
  const none = await add(FIRST + 1, 0);
  const two = await add(FIRST + 2, 2);

  const indexes = Array.from({ length: BATCH }, (_, place) => FIRST + 10 + place);
  const reports = [];
  for (const index of indexes) reports.push(await reportArguments(chain, registry, index, 2));
  const all = await sign(CONSENTS, { reports: indexes.map((index) => consentOf(index, 2)) });
  const batched = await registry.call(stranger, 'addReportsFor', [owner.address, reports, ...all]);

  const contentHash = contentHashOf(FIRST + 2);
  const list = permissionWords(3);
  const change = {
    contentHash,
    expectedBlock: two.block,
    permissionsHash: keccak256(concat(list)),
    deadline: DEADLINE,
  };
  const changed = await registry.call(stranger, 'setPermissionsFor', [
    owner.address,
    contentHash,
    two.block,
    list,
    DEADLINE,
    ...(await sign(LIST_CONSENT, change)),
  ]);
  return {
    addReportFor: { 0: none.gas, 2: two.gas },
    addReportsForPerReport10: Math.round(batched.gas / BATCH),
    setPermissionsFor: changed.gas,
  };
}

type Types = Record<string, { name: string; type: string }[]>;

function consentOf(index: number, viewers: number) {
  return {
    contentHash: contentHashOf(index),
    metadataHash: keccak256(sealedMetadata(index)),
    permissionsHash:
      viewers === 0 ? `0x${'0'.repeat(64)}` : keccak256(concat(permissionWords(viewers))),
    deadline: DEADLINE,
  };
}

async function words(
  signer: JsonRpcSigner,
  domain: TypedDataDomain,
  types: Types,
  value: Record<string, unknown>,
): Promise<string[]> {
  const { r, yParityAndS } = Signature.from(await signer.signTypedData(domain, types, value));
  return [r, yParityAndS];
}
