import { useTranslations } from 'next-intl';
import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';

/** Leads to a transaction at the block explorer; nothing where the chain has no explorer. */
export function ExplorerLink({ url }: { url: string | null }) {
  const t = useTranslations();
  if (url === null) return null;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
      {t('components.explorerLink.text')} <IconExternalLink size={14} aria-hidden="true" />
    </Anchor>
  );
}
