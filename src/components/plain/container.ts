import { plainElement, type PlainProps, type Size } from './plain-element';

interface ContainerProps extends PlainProps {
  size: Size;
}

/** Mantine's Container, rendered without it. */
export function Container({ size, ...props }: ContainerProps) {
  const vars = { '--container-size': `var(--container-size-${size})` };
  return plainElement('div', 'm_7485cace mantine-Container-root', vars, {
    ...props,
    'data-size': size,
    'data-strategy': 'block',
  });
}
