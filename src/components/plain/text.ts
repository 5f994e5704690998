import { fontSize, plainElement, type PlainProps, type Size } from './plain-element';

interface TextProps extends PlainProps {
  size?: Size | undefined;
  /** Cuts a line that is too long, with dots. */
  truncate?: boolean | undefined;
}

/** Mantine's Text, rendered without it. */
export function Text({ size, truncate = false, ...props }: TextProps) {
  const vars = {
    '--text-fz': size === undefined ? undefined : fontSize(size),
    '--text-lh': size === undefined ? undefined : `var(--mantine-line-height-${size})`,
  };
  return plainElement('p', 'mantine-focus-auto m_b6d8b162 mantine-Text-root', vars, {
    ...props,
    'data-size': size,
    'data-truncate': truncate ? 'end' : undefined,
  });
}
