'use client';

import { useTranslations } from 'next-intl';
import { Group, Pagination } from '@mantine/core';
import Link from 'next/link';
import { usePathname, useSearchParams } from 'next/navigation';

/** Links to the pages of a list, kept in the address as `page`; nothing when there is only one page. */
export function PageLinks({ page, pageCount }: { page: number; pageCount: number }) {
  const t = useTranslations();
  const pathname = usePathname();
  const params = useSearchParams();
  if (pageCount <= 1) return null;

  const linkTo = (target: number) => {
    const next = new URLSearchParams(params);
    next.set('page', String(Math.min(Math.max(target, 1), pageCount)));
    return { component: Link, href: `${pathname}?${next}` };
  };
  const target = { previous: page - 1, next: page + 1, first: 1, last: pageCount };
  return (
    <Group component="nav" justify="center" mt="xl" aria-label={t('components.pageLinks.pages')}>
      <Pagination
        // So that the row fits a phone.
        siblings={0}
        total={pageCount}
        value={page}
        getItemProps={(item) => ({
          ...linkTo(item),
          'aria-label': t('components.pageLinks.page', { page: item }),
        })}
        getControlProps={(control) => ({
          ...linkTo(target[control]),
          'aria-label': t(`components.pageLinks.${control}`),
        })}
      />
    </Group>
  );
}
