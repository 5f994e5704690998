import { length, plainElement, type PlainProps } from './plain-element';

interface ThemeIconProps extends PlainProps {
  /** Its side in pixels. */
  size: number;
  radius?: 'xl' | undefined;
}

/** Mantine's ThemeIcon in our accent's light variant, rendered without it. */
export function ThemeIcon({ size, radius, ...props }: ThemeIconProps) {
  const vars = {
    '--ti-size': length(size),
    '--ti-radius': radius === undefined ? undefined : `var(--mantine-radius-${radius})`,
    '--ti-bg': 'var(--mantine-color-harbour-light)',
    '--ti-color': 'var(--mantine-color-harbour-light-color)',
    '--ti-bd': 'calc(0.0625rem * var(--mantine-scale)) solid transparent',
  };
  return plainElement('div', 'm_7341320d mantine-ThemeIcon-root', vars, {
    ...props,
    'data-variant': 'light',
  });
}
