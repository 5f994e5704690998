import { Text } from '@mantine/core';
import type { ChainProfile } from '@/registry/contract/chain-profile';

/** What the wallet's window will name, so that a person notices when it names something else. */
export function ContractHint({ chain }: { chain: ChainProfile }) {
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      Your wallet will show MedAnchor’s contract {chain.registryAddress}. If it shows another one,
      reject.
    </Text>
  );
}
