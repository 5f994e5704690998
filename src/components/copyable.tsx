'use client';

import { useTranslations } from 'next-intl';
import { ActionIcon, Code, CopyButton, Group } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopyableProps {
  /** What it is, for the button: "Copy <name>". */
  name: string;
  text: string;
}

/** A long code that can be copied: an address, a hash. It breaks where the line ends. */
export function Copyable({ name, text }: CopyableProps) {
  const t = useTranslations();
  return (
    <Group component="span" gap={6} wrap="nowrap" align="flex-start">
      <Code fz="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Code>
      <CopyButton value={text} timeout={2_000}>
        {({ copied, copy }) => (
          <ActionIcon
            variant="subtle"
            color={copied ? 'green' : 'gray'}
            aria-label={
              copied
                ? t('components.copyable.copied', { name })
                : t('components.copyable.copy', { name })
            }
            onClick={copy}
          >
            {copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
