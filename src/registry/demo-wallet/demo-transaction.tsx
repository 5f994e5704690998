'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatEther, Interface } from 'ethers';
import { useEffect, useState } from 'react';
import { formattingLocale, type Translate } from '@/messages/translator';
import { ethText } from '@/registry/fees/fee-text';
import { reportRegistryAbi } from '@/generated/report-registry';
import { DEMO_ACCOUNTS } from './demo-accounts';
import type { DemoCall } from './demo-prompt';
import { demoNode } from './demo-node';
import type { DemoState } from './demo-state';
import type { DemoWalletProps } from './demo-wallet-props';
import { Facts } from './facts';

interface Estimate {
  fee: string;
  gas: string;
  warning: string | null;
}

/** What a transaction does and costs, found by the wallet itself. */
export function DemoTransaction(props: DemoWalletProps & { state: DemoState; call: DemoCall }) {
  const t = useTranslations();
  const { call, chain, rpcUrl, state } = props;
  const from = DEMO_ACCOUNTS[state.account]?.address ?? '';
  const [estimate, setEstimate] = useState<Estimate>({ fee: '…', gas: '…', warning: null });
  useEffect(() => {
    let wanted = true;
    void estimateFee(demoNode(chain, rpcUrl), from, call, t).then((found) => {
      if (wanted) setEstimate(found);
    });
    return () => {
      wanted = false;
    };
  }, [call, chain, rpcUrl, from, t]);
  return (
    <>
      <Facts
        rows={[
          [t('registry.demoTransaction.network'), chain.name],
          [t('registry.demoTransaction.account'), from],
          [
            t('registry.demoTransaction.contract'),
            call.to === chain.registryAddress
              ? t('registry.demoTransaction.ourContract', { address: call.to })
              : call.to,
          ],
          [
            t('registry.demoTransaction.function'),
            describeCall(call.data) ?? t('registry.demoTransaction.unknown'),
          ],
          [t('registry.demoTransaction.amount'), ethText(formatEther(call.value), t)],
          [t('registry.demoTransaction.gasLimit'), estimate.gas],
          [t('registry.demoTransaction.estimatedFee'), estimate.fee],
        ]}
      />
      {estimate.warning !== null && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden="true" />}>
          {estimate.warning}
        </Alert>
      )}
    </>
  );
}

/** `addReport(contentHash, sealedMetadata, …)`; null for a call of another contract. */
function describeCall(data: string): string | null {
  const call = new Interface(reportRegistryAbi).parseTransaction({ data });
  if (call === null) return null;
  return `${call.name}(${call.fragment.inputs.map(({ name }) => name).join(', ')})`;
}

async function estimateFee(
  node: ReturnType<typeof demoNode>,
  from: string,
  { to, data, value }: DemoCall,
  t: Translate,
): Promise<Estimate> {
  try {
    const [balance, fees] = await Promise.all([node.getBalance(from), node.getFeeData()]);
    if (balance === 0n) {
      return { fee: '…', gas: '…', warning: t('registry.demoTransaction.noEther') };
    }
    const gas = await node.estimateGas({ from, to, data, value });
    const fee = gas * (fees.gasPrice ?? 0n);
    return {
      fee: ethText(formatEther(fee), t),
      gas: new Intl.NumberFormat(formattingLocale(t)).format(gas),
      warning: null,
    };
  } catch {
    const unknown = t('registry.demoTransaction.unknown');
    return { fee: unknown, gas: unknown, warning: t('registry.demoTransaction.likelyToFail') };
  }
}
