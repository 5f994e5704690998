import { IconCompass } from '@tabler/icons-react';
import { EmptyState } from '@/components/feedback/empty-state';
import { LinkButton } from '@/components/link-button';

/** What stands where there is no page, or none for this person. */
export function NothingHere() {
  return (
    <EmptyState
      icon={<IconCompass size={26} />}
      title="There is nothing here"
      order={1}
      action={<LinkButton href="/">To the first page</LinkButton>}
    >
      The address is wrong, or what it names is not yours to see.
    </EmptyState>
  );
}
