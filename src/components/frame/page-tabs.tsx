import { LinkButton } from '@/components/link-button';
import { Group } from '@/components/plain/group';

interface PageTabsProps {
  /** What the pages have in common. */
  label: string;
  /** Each with its address. */
  pages: readonly { href: string; label: string }[];
  /** The address of the page that is shown. */
  here: string;
}

/** Links between pages that belong together under one place of a portal. */
export function PageTabs({ label, pages, here }: PageTabsProps) {
  return (
    <nav aria-label={label}>
      <Group gap="xs" mb="lg">
        {pages.map((page) => (
          <LinkButton
            key={page.href}
            href={page.href}
            variant={page.href === here ? 'light' : 'default'}
            {...(page.href === here && { 'aria-current': 'page' as const })}
          >
            {page.label}
          </LinkButton>
        ))}
      </Group>
    </nav>
  );
}
