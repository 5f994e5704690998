import { useTranslations } from 'next-intl';
import { Text } from '@mantine/core';
import type { ChainProfile } from '@/registry/contract/chain-profile';

/** What the wallet's window will name, so that a person notices when it names something else. */
export function ContractHint({ chain }: { chain: ChainProfile }) {
  const t = useTranslations();
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('registry.contractHint.walletWillShow', {
        registryAddress: chain.registryAddress,
      })}
    </Text>
  );
}
