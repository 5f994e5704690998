import { length, plainElement } from './plain-element';

/** Mantine's Skeleton, rendered without it. Sizes in pixels. */
export function Skeleton({ width, height }: { width?: number; height: number }) {
  const vars = {
    '--skeleton-height': length(height),
    '--skeleton-width': width === undefined ? undefined : length(width),
  };
  return plainElement('div', 'm_18320242 mantine-Skeleton-root', vars, {
    'data-visible': true,
    'data-animate': true,
  });
}
