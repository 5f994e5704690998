import type { ReactNode } from 'react';
import { plainElement, type PlainProps, type Size } from './plain-element';

interface BadgeProps extends PlainProps {
  /** One of the theme's colours. */
  color: string;
  size?: Size | undefined;
  leftSection?: ReactNode;
}

/** Mantine's Badge as our theme has it, rendered without it. */
export function Badge({ color, size, leftSection, children, ...props }: BadgeProps) {
  const vars = {
    '--badge-height': '1.5rem',
    '--badge-padding-x': size === undefined ? undefined : `var(--badge-padding-x-${size})`,
    '--badge-fz': '0.8125rem',
    '--badge-bg': `var(--mantine-color-${color}-light)`,
    '--badge-color': `var(--mantine-color-${color}-light-color)`,
    '--badge-bd': 'calc(0.0625rem * var(--mantine-scale)) solid transparent',
  };
  return plainElement('div', 'm_347db0ec mantine-Badge-root', vars, {
    fw: 600,
    tt: 'none',
    ...props,
    'data-variant': 'light',
    'data-size': size,
    'data-with-left-section': leftSection === undefined ? undefined : true,
    children: (
      <>
        {leftSection !== undefined && (
          <span className="m_91fdda9b mantine-Badge-section" data-position="left">
            {leftSection}
          </span>
        )}
        <span className="m_5add502a mantine-Badge-label">{children}</span>
      </>
    ),
  });
}
