import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';

/** What a page shows while its data is on the way. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" aria-busy="true">
      <VisuallyHidden role="status">Loading…</VisuallyHidden>
      <Skeleton height={34} width={260} />
      <Skeleton height={96} />
      <Skeleton height={96} />
      <Skeleton height={96} />
    </Stack>
  );
}
