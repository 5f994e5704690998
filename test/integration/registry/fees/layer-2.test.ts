import { ContractFactory, getBytes, randomBytes, Transaction } from 'ethers';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/platform/database/database';
import { env } from '@/platform/env';
import { encodeSetPermissions } from '@/registry/calls/encode-calls';
import { quoteFee } from '@/registry/fees/quote-fee';
import { readL1Fee } from '@/registry/fees/read-l1-fee';
import { priceRelayedCall } from '@/registry/relayer/price-relayed-call';
import { relayerWallet } from '@/registry/relayer/relayer-wallet';
import { acceptConsent } from '@/sharing/anchoring/accept-consent';
import { quoteAnchoring } from '@/sharing/anchoring/quote-anchoring';
import { compileSources } from '../../../../scripts/contracts/gas/compile-sources';
import { patientOnChain, type PatientOnChain } from '../../../support/chain/patient-on-chain';
import { signConsent } from '../../../support/chain/sign-consent';
import { chain, fundedWallet, setBalance } from '../../../support/chain/test-chain';
import { createApprovedRow } from '../../../support/reports/approved-report';

const SOURCE = 'test/fixtures/gas-price-oracle/GasPriceOracle.sol';
const [L1_BASE_FEE, BLOB_BASE_FEE] = [20n * 10n ** 9n, 3n * 10n ** 9n];
const RELAYER_MAX_FEE = 0.001;

// Read when the environment is first used, after the oracle is there.
process.env['RELAYER_MAX_FEE'] = String(RELAYER_MAX_FEE);

let someone: PatientOnChain;

beforeAll(async () => {
  const contract = compileSources('solc', SOURCE).get('GasPriceOracle');
  const factory = new ContractFactory(
    [...(contract?.abi ?? [])],
    contract?.bytecode ?? '',
    await fundedWallet(),
  );
  const oracle = await factory.deploy();
  await oracle.waitForDeployment();
  process.env['GAS_PRICE_ORACLE_ADDRESS'] = await oracle.getAddress();
  someone = await patientOnChain();
});

/** Optimism's formula, reckoned here once more. */
function l1FeeOf(unsigned: string): bigint {
  const gas = getBytes(unsigned).reduce((sum, byte) => sum + (byte === 0 ? 4n : 16n), 68n * 16n);
  return (gas * (2_269n * 16n * L1_BASE_FEE + 1_055_762n * BLOB_BASE_FEE)) / 16_000_000n;
}

describe('on a layer-2 chain', () => {
  it('the data of a transaction costs what the chain’s oracle asks for', async () => {
    const call = encodeSetPermissions({
      contentHash: randomBytes(32),
      expectedBlock: 1,
      permissions: [`0x${'ab'.repeat(32)}`],
    });
    const { unsignedSerialized } = Transaction.from({
      type: 2,
      chainId: env().CHAIN_ID,
      nonce: 0xffff,
      gasLimit: 90_000n,
      maxFeePerGas: 1_000_000_000n,
      maxPriorityFeePerGas: 1_000_000n,
      to: call.to,
      data: call.data,
    });
    expect(await readL1Fee(call, 90_000n)).toBe(l1FeeOf(unsignedSerialized));
  });

  it('the price contains that fee, and grows with the data', async () => {
    const { id } = await createApprovedRow(someone.doctor, someone.patient);
    const [none, many] = await Promise.all([
      quoteAnchoring(someone.patient.actor, id, 0),
      quoteAnchoring(someone.patient.actor, id, 20),
    ]);
    for (const quote of [none, many, await quoteFee(90_000n)]) {
      const { gas, baseFeeWei, priorityFeeWei, l1FeeWei = '0', costWei } = quote;
      const price = BigInt(baseFeeWei) + BigInt(priorityFeeWei);
      expect(BigInt(l1FeeWei)).toBeGreaterThan(0n);
      expect(BigInt(costWei)).toBe(BigInt(gas) * price + BigInt(l1FeeWei));
    }
    // Twenty words of 32 random bytes, 16 gas each.
    const more = BigInt(many.l1FeeWei ?? 0) - BigInt(none.l1FeeWei ?? 0);
    const expected =
      (20n * 32n * 16n * (2_269n * 16n * L1_BASE_FEE + 1_055_762n * BLOB_BASE_FEE)) / 16_000_000n;
    expect(Number(more)).toBeGreaterThan(0.95 * Number(expected));
    expect(Number(more)).toBeLessThan(1.05 * Number(expected));
  });

  it('the clinic’s limit holds for the sum of both fees', async () => {
    await setBalance(someone.wallet.address, 0n);
    const relayer = relayerWallet()?.address ?? '';
    await setBalance(relayer, 10n ** 20n);
    const prepared = await someone.prepare();
    const signature = await signConsent(someone.wallet, prepared);
    // Gas alone would be well below the limit.
    await chain().send('anvil_setNextBlockBaseFeePerGas', ['0x1']);
    await chain().send('anvil_mine', ['0x1']);
    const oracle = env().GAS_PRICE_ORACLE_ADDRESS ?? '';
    const genuine = await chain().getCode(oracle);

    // Answers 0.002 ether to everything.
    await chain().send('anvil_setCode', [oracle, '0x66071afd498d00005f5260205ff3']);
    const call = acceptConsent(someone.patient.actor, prepared.transactionId, signature);
    await expect(call).rejects.toMatchObject({ code: 'clinic-cannot-pay' });

    await chain().send('anvil_setCode', [oracle, genuine]);
    await acceptConsent(someone.patient.actor, prepared.transactionId, signature);
    const queued = await database().relayedCall.findFirstOrThrow({
      where: { transactions: { some: { id: prepared.transactionId } } },
    });
    const callData = queued.callData ?? new Uint8Array();
    const { mostWei, gasLimit, maxFeePerGas } = await priceRelayedCall(relayer, callData);
    expect(mostWei).toBeGreaterThan(gasLimit * maxFeePerGas);
  });
});
