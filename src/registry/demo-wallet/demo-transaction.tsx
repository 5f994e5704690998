'use client';

import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatEther, Interface } from 'ethers';
import { useEffect, useState } from 'react';
import { reportRegistryAbi } from '@/generated/report-registry';
import { demoNode } from './announce-demo-wallet';
import { DEMO_ACCOUNTS } from './demo-accounts';
import type { DemoCall } from './demo-prompt';
import type { DemoState } from './demo-state';
import type { DemoWalletProps } from './demo-wallet';
import { Facts } from './facts';

interface Estimate {
  fee: string;
  gas: string;
  warning: string | null;
}

/** What a transaction does and what it costs, as the wallet itself finds out. */
export function DemoTransaction(props: DemoWalletProps & { state: DemoState; call: DemoCall }) {
  const { call, chain, rpcUrl, state } = props;
  const from = DEMO_ACCOUNTS[state.account]?.address ?? '';
  const [estimate, setEstimate] = useState<Estimate>({ fee: '…', gas: '…', warning: null });
  useEffect(() => {
    let wanted = true;
    void estimateFee(demoNode(chain, rpcUrl), from, call).then((found) => {
      if (wanted) setEstimate(found);
    });
    return () => {
      wanted = false;
    };
  }, [call, chain, rpcUrl, from]);
  return (
    <>
      <Facts
        rows={[
          ['Network', chain.name],
          ['Account', from],
          ['Contract', `${call.to}${call.to === chain.registryAddress ? ' (MedAnchor)' : ''}`],
          ['Function', describeCall(call.data)],
          ['Amount', `${formatEther(call.value)} ETH`],
          ['Gas limit', estimate.gas],
          ['Estimated fee', estimate.fee],
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

/** `addReport(contentHash, sealedMetadata, …)` */
function describeCall(data: string): string {
  const call = new Interface(reportRegistryAbi).parseTransaction({ data });
  if (call === null) return 'unknown';
  return `${call.name}(${call.fragment.inputs.map(({ name }) => name).join(', ')})`;
}

async function estimateFee(
  node: ReturnType<typeof demoNode>,
  from: string,
  { to, data, value }: DemoCall,
): Promise<Estimate> {
  try {
    const [balance, fees] = await Promise.all([node.getBalance(from), node.getFeeData()]);
    if (balance === 0n) {
      return { fee: '…', gas: '…', warning: 'This account holds no ETH to pay the fee.' };
    }
    const gas = await node.estimateGas({ from, to, data, value });
    const fee = gas * (fees.gasPrice ?? 0n);
    return { fee: `${formatEther(fee)} ETH`, gas: gas.toString(), warning: null };
  } catch {
    return { fee: 'unknown', gas: 'unknown', warning: 'This transaction is likely to fail.' };
  }
}
