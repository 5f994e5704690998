'use client';

import { useTranslations } from 'next-intl';
import { Group } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconChevronsLeft,
  IconChevronsRight,
} from '@tabler/icons-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { LinkButton } from '@/components/link-button';

/**
 * Links to the pages beside one of a list, kept in the address as `page`; nothing when there are none.
 * @param newer,older places as platform/database/keyset.ts writes them
 */
export function PageSteps({ newer, older }: { newer: string | null; older: string | null }) {
  const t = useTranslations();
  const pathname = usePathname();
  const params = useSearchParams();
  if (newer === null && older === null) return null;

  const hrefOf = (place: string | null) => {
    const next = new URLSearchParams(params);
    if (place === null) next.delete('page');
    else next.set('page', place);
    return `${pathname}?${next}`;
  };
  const look = { variant: 'default', size: 'sm', px: 'sm' } as const;
  return (
    <Group
      component="nav"
      justify="center"
      gap="xs"
      mt="xl"
      aria-label={t('components.pageSteps.pages')}
    >
      {newer !== null && (
        <>
          <LinkButton {...look} href={hrefOf(null)} aria-label={t('components.pageSteps.newest')}>
            <IconChevronsLeft size={16} aria-hidden="true" />
          </LinkButton>
          <LinkButton
            {...look}
            href={hrefOf(newer)}
            leftSection={<IconChevronLeft size={16} aria-hidden="true" />}
          >
            {t('components.pageSteps.newer')}
          </LinkButton>
        </>
      )}
      {older !== null && (
        <>
          <LinkButton
            {...look}
            href={hrefOf(older)}
            rightSection={<IconChevronRight size={16} aria-hidden="true" />}
          >
            {t('components.pageSteps.older')}
          </LinkButton>
          <LinkButton
            {...look}
            href={hrefOf('oldest')}
            aria-label={t('components.pageSteps.oldest')}
          >
            <IconChevronsRight size={16} aria-hidden="true" />
          </LinkButton>
        </>
      )}
    </Group>
  );
}
