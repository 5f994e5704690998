import { plainElement, type PlainProps } from './plain-element';

/** Mantine's VisuallyHidden, rendered without it. */
export function VisuallyHidden(props: PlainProps) {
  return plainElement('span', 'm_515a97f8 mantine-VisuallyHidden-root', {}, props);
}
