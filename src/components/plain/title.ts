import { fontSize, plainElement, type PlainProps, type Size } from './plain-element';

interface TitleProps extends PlainProps {
  order: 1 | 2 | 3;
  /** As large as another heading, or as text. */
  size?: 'h1' | 'h2' | 'h3' | Size | undefined;
}

/** Mantine's Title, rendered without it. */
export function Title({ order, size, ...props }: TitleProps) {
  const heading = size ?? `h${order}`;
  const isHeading = heading.startsWith('h');
  const vars = isHeading
    ? {
        '--title-fw': `var(--mantine-${heading}-font-weight)`,
        '--title-lh': `var(--mantine-${heading}-line-height)`,
        '--title-fz': `var(--mantine-${heading}-font-size)`,
      }
    : {
        '--title-fw': `var(--mantine-h${order}-font-weight)`,
        '--title-lh': `var(--mantine-h${order}-line-height)`,
        '--title-fz': fontSize(heading),
      };
  return plainElement(`h${order}`, 'm_8a5d1357 mantine-Title-root', vars, {
    ...props,
    'data-size': size,
    'data-order': order,
  });
}
