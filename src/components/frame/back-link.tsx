import { IconArrowLeft } from '@tabler/icons-react';
import { LinkButton } from '@/components/link-button';

/** Above a page's heading: the way to the page that it belongs to. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <LinkButton
      href={href}
      variant="subtle"
      size="compact-sm"
      data-print="hide"
      mb="xs"
      ml={-8}
      leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
    >
      {children}
    </LinkButton>
  );
}
