import { Skeleton, VisuallyHidden } from '@mantine/core';

interface WaitingBoxProps {
  /** In pixels, like what will stand here. */
  height: number;
  /** What is on its way, for who cannot see the box. */
  children: string;
}

/** Holds the place of one part of a page while its data is on the way. */
export function WaitingBox({ height, children }: WaitingBoxProps) {
  return (
    <div aria-busy="true">
      <VisuallyHidden role="status">{children}</VisuallyHidden>
      <Skeleton height={height} />
    </div>
  );
}
